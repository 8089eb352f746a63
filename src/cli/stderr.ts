/** Standard error: messages that are not data. */
import { clippedLines } from '../diagnostics/clipped.js';
import { visibleLines } from '../diagnostics/visible.js';

process.stderr.on('error', () => {
  // The reader has closed the stream, so the error cannot be printed either.
});

/** True on a terminal with colours, unless NO_COLOR is set. */
export function wantsColor(): boolean {
  return process.stderr.isTTY && process.stderr.hasColors();
}

/** Prints one or several lines, of long ones the beginning and the end, with control characters made visible. */
export function printToStderr(text: string): void {
  printStyledToStderr(visibleLines(clippedLines(text)));
}

/** Prints text that may contain colour codes and no other control characters. */
export function printStyledToStderr(text: string): void {
  process.stderr.write(`${text}\n`);
}
