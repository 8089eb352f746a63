/** Reading of files that may be anything: missing, a folder, a pipe that nobody writes to. Nothing here waits. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs';
import { systemCodeOf } from '../diagnostics/errors.js';

/** Kinds of what stands under a path and is no regular file. */
type OtherKind = 'a folder' | 'a pipe' | 'a socket' | 'a device';

/** The failure of reading a file; the message is the reason in a few words. */
export class UnreadableFile extends Error {
  /** Code of the operating system, as in `ENOENT`. */
  readonly code: string | undefined;
  /** Undefined where it is a file, or nothing. */
  readonly found: OtherKind | undefined;

  constructor(reason: string, { found, cause }: { found?: OtherKind; cause?: unknown }) {
    super(reason, { cause });
    this.code = systemCodeOf(cause);
    this.found = found;
  }
}

/** Opens a regular file; links are followed. @returns A descriptor, to be closed. @throws UnreadableFile */
export function openRegularFile(path: string): number {
  try {
    // Looked at before it is opened, which some devices notice.
    refuseOthers(statSync(path));
    // Should it have become a pipe since, this does not wait. On Windows the flag is undefined and counts as 0.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      refuseOthers(fstatSync(descriptor));
      return descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/** A regular file that is open for reading. */
export interface OpenFile {
  readonly size: number;
  /** Bytes from a place on; fewer at the end of the file. */
  readonly read: (start: number, length: number) => Buffer;
  readonly readAll: () => Buffer;
}

/** Opens a regular file, and closes it again. @throws UnreadableFile; the errors of `use`. */
export function withRegularFile<T>(path: string, use: (file: OpenFile) => T): T {
  const descriptor = openRegularFile(path);
  try {
    return use({
      size: fstatSync(descriptor).size,
      read: (start, length) => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readInto(bytes, descriptor, start));
      },
      readAll: () => attempt(() => readFileSync(descriptor)),
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Upper bound on the bytes of one call of the operating system. */
const maxReadBytes = 2 ** 30;

/** Fills the bytes from an offset in an open file on. @returns their number, less at the end of the file. @throws UnreadableFile */
export function readInto(bytes: Uint8Array, descriptor: number, start: number): number {
  let done = 0;
  while (done < bytes.length) {
    const wanted = Math.min(bytes.length - done, maxReadBytes);
    const read = attempt(() => readSync(descriptor, bytes, done, wanted, start + done));
    if (read === 0) break;
    done += read;
  }
  return done;
}

function refuseOthers(found: Stats): void {
  if (found.isFile()) return;
  const kind = kindOf(found);
  throw new UnreadableFile(`${kind}, not a file`, { found: kind });
}

function kindOf(found: Stats): OtherKind {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const code = systemCodeOf(error) ?? String(error);
  return new UnreadableFile(reasons[code] ?? `it cannot be read: ${code}`, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'a link to itself',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};
