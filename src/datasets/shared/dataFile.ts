/** Reading files of data: regular files of a bearable size, with errors that name them. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';

/** Bytes of one file, or of all files of a set together, that are taken into memory: 2 GiB. */
export const largestFile = 2 ** 31;

/** A mistake in a file, with exit code 4. */
export function dataError(code: string, message: string, hint?: string): GanspecError {
  return new GanspecError(code, exitCodes.data, message, hint);
}

/**
 * Refuses samples that do not fit into memory.
 * @param numbers Of all samples together, four bytes each.
 * @throws GanspecError GAN405 beyond 2 GiB.
 */
export function checkSize(place: string, numbers: number): void {
  if (4 * numbers <= largestFile) return;
  throw dataError('GAN405', `${place}: makes ${numbers} numbers, over 2 GiB`);
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** At most `length` bytes from a place in the file on; fewer where it ends. */
export type ReadPart = (start: number, length: number) => Uint8Array;

/** Opens a file once, for as many parts of it as are wanted. @throws GanspecError GAN401 */
export function readParts<T>(file: string, body: (read: ReadPart) => T): T {
  sizeOfFile(file);
  return guarded(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      return body((start, length) => {
        const part = new Uint8Array(length);
        return part.subarray(0, readSync(descriptor, part, 0, length, start));
      });
    } finally {
      closeSync(descriptor);
    }
  });
}

/** The first bytes of a file, at most `length`. @throws GanspecError GAN401 */
export function readHead(file: string, length: number): Uint8Array {
  return readParts(file, (read) => read(0, length));
}

/** A whole file. @throws GanspecError GAN401; GAN405 beyond 2 GiB. */
export function readWhole(file: string): Uint8Array {
  const size = sizeOfFile(file);
  if (size > largestFile) throw dataError('GAN405', `${file}: has ${size} bytes, over 2 GiB`);
  return guarded(file, () => readFileSync(file));
}

/** Whether a file is there, and not a folder of that name. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Bytes of a regular file. @throws GanspecError GAN401 */
export function sizeOfFile(file: string): number {
  return guarded(file, () => {
    const found = statSync(file);
    // Before opening: a pipe would wait for a writer.
    if (!found.isFile()) throw new Error('not a regular file');
    return found.size;
  });
}

/** The same result; what the operating system refuses becomes an error that names the file or folder. */
export function guarded<T>(file: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof GanspecError) throw error;
    throw cannotRead(file, reasonOf(error));
  }
}

/** What the operating system refuses, as an error that names the file or folder. */
export function cannotRead(path: string, reason: string): GanspecError {
  return dataError('GAN401', `${path}: cannot be read (${reason})`);
}
