/** Reading of spec files. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { maxBytes } from '../../source/bounds.js';
import { UnreadableFile, withRegularFile } from '../../source/regularFile.js';

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
    return withRegularFile(path, ({ read }) => read(0, maxBytes + 1));
  } catch (error) {
    throw error instanceof UnreadableFile ? unreadable(error, name) : error;
  }
}

function unreadable({ code = '', found }: UnreadableFile, name: string): GanspecError {
  if (found !== undefined) {
    const hint =
      found === 'a folder'
        ? 'name a file inside it'
        : 'name a file; the spec "-" is read from standard input';
    return refused('GAN111', `${name} is ${found}, not a file`, hint);
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('GAN110', `there is no file ${name}`);
    case 'ENAMETOOLONG':
      return refused('GAN110', `there is no file of so long a name`);
    case 'EACCES':
    case 'EPERM':
      return refused('GAN112', `${name} may not be read (${code})`, 'check its permissions');
    default:
      return refused('GAN112', `${name} cannot be read (${code})`);
  }
}

function refused(code: string, message: string, hint?: string): GanspecError {
  return new GanspecError(code, exitCodes.spec, message, hint);
}
