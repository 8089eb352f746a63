/** Standard output: data for people and programs. A reader that closes the stream early causes no error. */

let broken = false;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  broken = true;
});

/** True once the reader has closed the stream. */
export function isReaderGone(): boolean {
  return broken;
}

/** Prints one line. */
export function print(line: string): void {
  if (!broken) process.stdout.write(`${line}\n`);
}

/** Prints one value as indented JSON, or on one line where it is one of many. */
export function printJson(value: unknown, layout: 'document' | 'line' = 'document'): void {
  print(layout === 'line' ? JSON.stringify(value) : JSON.stringify(value, null, 2));
}

/** One line for each named number after a common word, as in `next k 0.1`. */
export function numberLines(
  word: string,
  numbers: Readonly<Record<string, number>> = {},
): readonly string[] {
  return Object.entries(numbers).map(([name, number]) => `${word} ${name} ${number}`);
}

/** Prints a table; each column is as wide as its widest cell. */
export function printColumns(rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  for (const row of rows) {
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
