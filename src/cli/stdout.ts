/**
 * Standard output: data for people and programs. A reader that closes the stream early, or a full disk behind it, causes no
 * error; what could not be written is tried again with the next line.
 */
import { writeSync } from 'node:fs';

/** Lines that could not be written; null while the stream works. */
let waiting: Buffer | null = null;

process.stdout.on('error', () => {
  waiting ??= Buffer.alloc(0);
});

/** True once lines could not be written. */
export function isOutputLost(): boolean {
  return waiting !== null;
}

/** Most bytes that wait; the oldest lines are given up beyond that. */
const longestWaiting = 1e6;

/** Prints one line. */
export function print(line: string): void {
  if (waiting === null) process.stdout.write(`${line}\n`);
  else waiting = writeAgain(Buffer.concat([waiting, Buffer.from(`${line}\n`)]));
}

/** Writes past the stream, which is closed by its first error. @returns The rest that could not be written. */
function writeAgain(bytes: Buffer): Buffer {
  try {
    return bytes.subarray(writeSync(1, bytes));
  } catch {
    return bytes.subarray(-longestWaiting);
  }
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
