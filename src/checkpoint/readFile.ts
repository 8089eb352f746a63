/** Whole files and pieces of them, with errors that their callers make. */
import { messageOf } from '../diagnostics/errors.js';
import { withRegularFile, type OpenFile } from '../source/regularFile.js';

/** The largest file that Node reads as a whole. */
const maxFileBytes = 2 ** 31 - 1;

/** Makes the error of a file that cannot be read, from the reason in a few words. */
export type ReadFailure = (reason: string) => Error;

const plainFailure: ReadFailure = (reason) => new Error(reason);

/**
 * The bytes of a regular file; links are followed.
 * @throws The error that `failure` makes.
 */
export function readRegularFile(
  path: string,
  failure: ReadFailure = plainFailure,
  maxBytes = maxFileBytes,
): Buffer {
  return readFrom(path, failure, (file) => {
    if (file.size > maxBytes) throw new Error(`${file.size} bytes, over ${maxBytes}`);
    return file.readAll();
  });
}

/**
 * A piece of a regular file: fewer bytes than asked for at its end.
 * @param start Counted from the end where it is negative.
 * @throws The error that `failure` makes.
 */
export function readPiece(
  path: string,
  start: number,
  length: number,
  failure: ReadFailure,
): Buffer {
  return readFrom(path, failure, ({ size, read }) => {
    const from = start < 0 ? Math.max(0, size + start) : start;
    return read(from, Math.max(0, Math.min(length, size - from)));
  });
}

function readFrom<T>(path: string, failure: ReadFailure, read: (file: OpenFile) => T): T {
  try {
    return withRegularFile(path, read);
  } catch (error) {
    throw failure(messageOf(error));
  }
}
