/** Standard error: what the command line says beside its data. */

process.stderr.on('error', () => {
  // Nobody listens any more; there is nowhere left to say so.
});

/** Whether colours are wanted there: a terminal that has them, and no NO_COLOR. */
export function wantsColor(): boolean {
  return process.stderr.isTTY && process.stderr.hasColors();
}

/** Writes one line. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
