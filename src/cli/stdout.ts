/**
 * Standard output: data for people and programs. A reader that closes the stream early, or a full disk behind it, does not
 * interrupt the command; what could not be written is tried again with the next line.
 */
import { fstatSync, writeSync } from 'node:fs';

/** Lines that could not be written; null while all could. */
let waiting: Buffer | null = null;
let failure: NodeJS.ErrnoException | undefined;
let isExcused = false;

process.stdout.on('error', fail);

function fail(error: NodeJS.ErrnoException): void {
  failure ??= error;
  waiting ??= Buffer.alloc(0);
}

/** True once lines could not be written. */
export function isOutputLost(): boolean {
  return waiting !== null;
}

/**
 * The error for which the command has failed: output that was asked for is incomplete. A reader that has closed the stream
 * wants no more of it.
 */
export function lostOutput(): Error | undefined {
  return isExcused || failure?.code === 'EPIPE' ? undefined : failure;
}

/** From now on, lost output is no failure: what is printed stands in files as well. */
export function excuseLostOutput(): void {
  isExcused = true;
}

/** Most bytes that wait; the oldest lines are given up beyond that. */
const longestWaiting = 1e6;

/** The stream of a file passes over the rest of a line that only a part of has room. */
const isFile = isRegularFile(1);

function isRegularFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** Prints one line. */
export function print(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  if (waiting === null && !isFile) process.stdout.write(bytes);
  else writePast(Buffer.concat([waiting ?? Buffer.alloc(0), bytes]));
}

/** Writes past the stream, which is closed by its first error; what could not be written waits. */
function writePast(bytes: Buffer): void {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch (error) {
    fail(error as NodeJS.ErrnoException);
    waiting = rest.subarray(-longestWaiting);
    return;
  }
  if (waiting !== null) waiting = rest;
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
