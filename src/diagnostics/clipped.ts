/** Longest message, in characters. */
const maxLength = 2000;
/** Characters kept of the end of a longer one. */
const endLength = 400;

/** A message with its middle left out where it quotes too long a text. */
export function clipped(message: string): string {
  if (message.length <= maxLength) return message;
  return `${message.slice(0, maxLength - endLength)} … ${message.slice(-endLength)}`;
}

/** A message of several lines, each of which is clipped. */
export function clippedLines(message: string): string {
  return message.split('\n').map(clipped).join('\n');
}
