/** Reading of spec files. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { exitCodes, GanspecError, systemCodeOf } from '../../diagnostics/errors.js';
import { maxBytes } from '../../source/bounds.js';

/**
 * Reads a UTF-8 file, at most one byte beyond the size limit of a spec.
 * @param name Name of the file in messages.
 * @throws GanspecError GAN108 to GAN112, exit code 3.
 */
export function readSpecText(path: string, name: string): string {
  const bytes = readStart(path, name);
  if (bytes.length > maxBytes) {
    throw refused('GAN108', `${name} has more than 1 MiB`, 'check that this file is the spec');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('GAN109', `${name} is not UTF-8 text`, 'save it as UTF-8');
  }
}

/** Reads up to one byte more than the limit. */
function readStart(path: string, name: string): Uint8Array {
  try {
    refuseOtherThanFile(path, name);
    const file = openSync(path, 'r');
    try {
      const buffer = new Uint8Array(maxBytes + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length < buffer.length; length += read) {
        read = readSync(file, buffer, length, buffer.length - length, null);
      }
      return buffer.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof GanspecError ? error : unreadable(error, name);
  }
}

/** Looks before opening, since opening a pipe waits for a writer, and reading a terminal for its user. */
function refuseOtherThanFile(path: string, name: string): void {
  const found = statSync(path);
  if (found.isFile() || found.isDirectory()) return;
  const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
  const hint = 'name a file; the spec "-" is read from standard input';
  throw refused('GAN111', `${name} is ${kind}, not a file`, hint);
}

function unreadable(error: unknown, name: string): GanspecError {
  const cause = systemCodeOf(error) ?? String(error);
  switch (cause) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('GAN110', `there is no file ${name}`);
    case 'EISDIR':
      return refused('GAN111', `${name} is a folder, not a file`, 'name a file inside it');
    case 'ENAMETOOLONG':
      return refused('GAN110', `there is no file of so long a name`);
    case 'EACCES':
    case 'EPERM':
      return refused('GAN112', `${name} may not be read (${cause})`, 'check its permissions');
    default:
      return refused('GAN112', `${name} cannot be read (${cause})`);
  }
}

function refused(code: string, message: string, hint?: string): GanspecError {
  return new GanspecError(code, exitCodes.spec, message, hint);
}
