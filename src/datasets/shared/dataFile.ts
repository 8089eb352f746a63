/** Reading of regular files up to a maximal size, with errors that name the file. */
import { existsSync, statSync } from 'node:fs';
import { exitCodes, GanspecError, messageOf } from '../../diagnostics/errors.js';
import { withRegularFile, type OpenFile } from '../../source/regularFile.js';

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

/** Opens a file for reading several parts of it. @throws GanspecError GAN401 */
export function readParts<T>(file: string, body: (read: OpenFile['read']) => T): T {
  return withReadErrors(file, () => withRegularFile(file, ({ read }) => body(read)));
}

/** Reads the first bytes of a file, at most `length`. @throws GanspecError GAN401 */
export function readHead(file: string, length: number): Uint8Array {
  return readParts(file, (read) => read(0, length));
}

/** Reads a whole file. @throws GanspecError GAN401; GAN405 beyond `limit` bytes. */
export function readWhole(file: string, limit = maxFileBytes): Uint8Array {
  return withReadErrors(file, () =>
    withRegularFile(file, ({ size, readAll }) => {
      if (size <= limit) return readAll();
      const most = limit < 2 ** 30 ? `${limit / 2 ** 20} MiB` : `${limit / 2 ** 30} GiB`;
      throw dataError('GAN405', `${file}: has ${size} bytes, over ${most}`);
    }),
  );
}

/** True if the path exists and is a regular file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** True for a folder. @throws GanspecError GAN401 */
export function isFolder(path: string): boolean {
  return withReadErrors(path, () => statSync(path).isDirectory());
}

/** Size of a regular file in bytes. @throws GanspecError GAN401 */
export function sizeOfFile(file: string): number {
  return withReadErrors(file, () => withRegularFile(file, ({ size }) => size));
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
