/** Standard error: what the command line says beside its data. */
import { visibleLines } from '../diagnostics/visible.js';

process.stderr.on('error', () => {
  // Nobody listens any more; there is nowhere left to say so.
});

/** Whether colours are wanted there: a terminal that has them, and no NO_COLOR. */
export function wantsColor(): boolean {
  return process.stderr.isTTY && process.stderr.hasColors();
}

/** Writes a line, or several; what a terminal would obey in them is made visible. */
export function say(text: string): void {
  sayStyled(visibleLines(text));
}

/** Writes what is fit for a terminal already, with its colours. */
export function sayStyled(text: string): void {
  process.stderr.write(`${text}\n`);
}
