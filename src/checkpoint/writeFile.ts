/** Writes files whole: a name never refers to half a file. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes, GanspecError, systemCodeOf } from '../diagnostics/errors.js';

/**
 * Replaces a file as a whole: writes beside it, flushes to the disk, then renames. Whatever happens, the name stands
 * for the old content or the new.
 * @param path In a folder that exists.
 * @throws GanspecError GAN511; what was written beside the file is removed.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeThrough(beside, content);
    renameSync(beside, path);
    flushFolder(dirname(path));
  } catch (error) {
    removeQuietly(beside);
    throw diskError(error, path);
  }
}

/** The error of a file or folder that cannot be written, in one line. */
export function diskError(error: unknown, path: string): GanspecError {
  const code = systemCodeOf(error) ?? '';
  // Folders of the system, such as /proc, say so of new files in them.
  const refusesFiles = code === 'ENOENT' && existsSync(dirname(path));
  const cause = refusesFiles ? noNewFiles : causes[code];
  const [reason, hint] = cause ?? [String(error), undefined];
  return new GanspecError(
    'GAN511',
    exitCodes.usage,
    `${path}: cannot be written (${reason})`,
    hint,
  );
}

const otherFolder = 'Make that place writable, or write to another one.';
const noNewFiles = ['its folder takes no new files', otherFolder] as const;
const makeRoom = 'Make room, or write to another disk.';
const causes: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: ['the disk is full', makeRoom],
  EDQUOT: ['the disk quota is used up', makeRoom],
  EACCES: ['no permission', otherFolder],
  EPERM: ['no permission', otherFolder],
  EROFS: ['the disk is read-only', otherFolder],
  ENOENT: ['its folder does not exist', otherFolder],
  ENOTDIR: ['a part of the path is a file', otherFolder],
  EISDIR: ['it is a folder', otherFolder],
  EFBIG: ['it is larger than files may be here', makeRoom],
  EMFILE: ['too many files are open', 'Close some, or raise the limit (`ulimit -n`).'],
  ENFILE: ['too many files are open', 'Close some, or raise the limit (`ulimit -n`).'],
};

/**
 * Replaces a file as a whole, or, on a full disk that has no room for a second one, writes over its old content. Killed
 * meanwhile, the file is damaged then.
 * @throws GanspecError GAN511 where it grows beyond the blocks that it has.
 */
export function writeFileAnyhow(path: string, content: string): void {
  try {
    writeFileAtomically(path, content);
  } catch (error) {
    try {
      writeFileSync(path, content, { flag: 'r+' });
      truncateSync(path, Buffer.byteLength(content));
    } catch {
      throw error;
    }
  }
}

/** Removes a file if that can be done: an error on the way to another one is not the one to report. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays.
  }
}

/** Writes a new file and flushes it to the disk. */
export function writeThrough(path: string, content: string | Uint8Array): void {
  const descriptor = openSync(path, 'wx');
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names in a folder outlive a power cut; Windows neither needs nor allows it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
