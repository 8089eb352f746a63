/** Reading of whole files that may be anything: damaged, replaced by a folder, or a pipe that nobody writes to. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** The largest file that Node reads as a whole. */
const maxFileBytes = 2 ** 31 - 1;

/**
 * The bytes of a regular file; links are followed. Never waits: a pipe or a device is refused unread.
 * @throws Error with the reason in a few words.
 */
export function readRegularFile(path: string, maxBytes = maxFileBytes): Buffer {
  const descriptor = open(path);
  try {
    const found = fstatSync(descriptor);
    if (found.isDirectory()) throw new Error('a folder, not a file');
    if (!found.isFile()) throw new Error('not a regular file');
    if (found.size > maxBytes) throw new Error(`${found.size} bytes, over ${maxBytes}`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a file without waiting for the other end of a pipe. */
function open(path: string): number {
  try {
    // On Windows, which has no such pipes, the flag is undefined and counts as 0.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
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
