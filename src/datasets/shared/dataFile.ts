/** Reading of regular files up to a maximal size, with errors that name the file. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { exitCodes, GanspecError, messageOf } from '../../diagnostics/errors.js';

/** Maximal size of one file, or of all data of a set, in memory: 2 GiB. */
export const maxFileBytes = 2 ** 31;

/** Error in a data file, with exit code 4. */
export function dataError(code: string, message: string, hint?: string): GanspecError {
  return new GanspecError(code, exitCodes.data, message, hint);
}

/**
 * Checks that all samples fit into memory.
 * @param path File or folder, for the message.
 * @param numbers Count over all samples, four bytes each.
 * @throws GanspecError GAN405 beyond 2 GiB.
 */
export function checkSize(path: string, numbers: number): void {
  if (4 * numbers <= maxFileBytes) return;
  throw dataError('GAN405', `${path}: makes ${numbers} numbers, over 2 GiB`);
}

/** Reads `length` bytes from an offset in the file on; fewer at its end. */
export type ReadPart = (start: number, length: number) => Uint8Array;

/** Opens a file for reading several parts of it. @throws GanspecError GAN401 */
export function readParts<T>(file: string, body: (read: ReadPart) => T): T {
  sizeOfFile(file);
  return withReadErrors(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      return body((start, length) => {
        const part = new Uint8Array(length);
        return part.subarray(0, readInto(part, descriptor, start));
      });
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Upper bound on the bytes of one call of the operating system. */
const maxReadBytes = 2 ** 30;

/** Fills the bytes from an offset in an open file on. @returns their number, less at the end of the file. */
export function readInto(bytes: Uint8Array, descriptor: number, start: number): number {
  let done = 0;
  while (done < bytes.length) {
    const wanted = Math.min(bytes.length - done, maxReadBytes);
    const read = readSync(descriptor, bytes, done, wanted, start + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

/** Reads the first bytes of a file, at most `length`. @throws GanspecError GAN401 */
export function readHead(file: string, length: number): Uint8Array {
  return readParts(file, (read) => read(0, length));
}

/** Reads a whole file. @throws GanspecError GAN401; GAN405 beyond `limit` bytes. */
export function readWhole(file: string, limit = maxFileBytes): Uint8Array {
  const size = sizeOfFile(file);
  if (size > limit) {
    const most = limit < 2 ** 30 ? `${limit / 2 ** 20} MiB` : `${limit / 2 ** 30} GiB`;
    throw dataError('GAN405', `${file}: has ${size} bytes, over ${most}`);
  }
  return withReadErrors(file, () => readFileSync(file));
}

/** True if the path exists and is a regular file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Size of a regular file in bytes. @throws GanspecError GAN401 */
export function sizeOfFile(file: string): number {
  return withReadErrors(file, () => {
    const found = statSync(file);
    // Checked before opening, since opening a pipe would wait for a writer.
    if (!found.isFile()) throw new Error('not a regular file');
    return found.size;
  });
}

/** Runs `body`; system errors become errors that name the file or folder. @throws GanspecError GAN401 */
export function withReadErrors<T>(file: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof GanspecError) throw error;
    throw readError(file, messageOf(error));
  }
}

/** Error for a file or folder that cannot be read. */
export function readError(path: string, reason: string): GanspecError {
  return dataError('GAN401', `${path}: cannot be read (${reason})`);
}
