/** Escaping of untrusted text, such as file names, for a terminal. */

/** Control characters (C0, DEL, C1), Unicode line separators and bidirectional controls. */
// eslint-disable-next-line no-control-regex -- control characters are the ones to find
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text with every control character, line feeds included, replaced by its number, as in `\x1b` or `\u202e`. */
export function visible(text: string): string {
  return text.replace(controls, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
  });
}

/** Text of several lines with all other control characters replaced by their numbers. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Text with each control character replaced by one space, so that columns stay aligned with the carets below. */
export function blanked(text: string): string {
  return text.replace(controls, ' ');
}
