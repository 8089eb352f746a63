/** Reading of files that may be anything: damaged, replaced by a folder, or a pipe that nobody writes to. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { messageOf, systemCodeOf } from '../diagnostics/errors.js';

/** The largest file that Node reads as a whole. */
const maxFileBytes = 2 ** 31 - 1;

/** Makes the error of a file that cannot be read, from the reason in a few words. */
export type ReadFailure = (reason: string) => Error;

const plainFailure: ReadFailure = (reason) => new Error(reason);

/**
 * The bytes of a regular file; links are followed. Never waits: a pipe or a device is refused unread.
 * @throws The error that `failure` makes.
 */
export function readRegularFile(
  path: string,
  failure: ReadFailure = plainFailure,
  maxBytes = maxFileBytes,
): Buffer {
  return withFile(path, failure, (descriptor, size) => {
    if (size > maxBytes) throw new Error(`${size} bytes, over ${maxBytes}`);
    return readFileSync(descriptor);
  });
}

/**
 * A piece of a regular file, without waiting either: fewer bytes than asked for at its end.
 * @param start Counted from the end where it is negative.
 * @throws The error that `failure` makes.
 */
export function readPiece(
  path: string,
  start: number,
  length: number,
  failure: ReadFailure,
): Buffer {
  return withFile(path, failure, (descriptor, size) => {
    const from = start < 0 ? Math.max(0, size + start) : start;
    const piece = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    return piece.subarray(0, readSync(descriptor, piece, 0, piece.length, from));
  });
}

function withFile<T>(
  path: string,
  failure: ReadFailure,
  read: (descriptor: number, size: number) => T,
): T {
  try {
    const descriptor = open(path);
    try {
      const found = fstatSync(descriptor);
      if (found.isDirectory()) throw new Error('a folder, not a file');
      if (!found.isFile()) throw new Error('not a regular file');
      return read(descriptor, found.size);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw failure(messageOf(error));
  }
}

/** Opens a file without waiting for the other end of a pipe. */
function open(path: string): number {
  try {
    // On Windows, which has no such pipes, the flag is undefined and counts as 0.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = systemCodeOf(error) ?? String(error);
    throw new Error(reasons[code] ?? `cannot be opened: ${code}`, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'a link to itself',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENXIO: 'not a regular file',
};
