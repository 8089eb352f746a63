/** Errors that end a command. */
import { CommanderError } from 'commander';
import { exitCodes, GanspecError, SpecError } from '../diagnostics/errors.js';
import { visible } from '../diagnostics/visible.js';
import { showDiagnostics } from './specOptions.js';
import { printToStderr } from './stderr.js';

/** Prints an error on standard error. @returns Exit code of its cause. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  if (error instanceof SpecError) {
    await showDiagnostics(error.diagnostics);
    return error.exitCode;
  }
  if (error instanceof GanspecError) {
    printError(error);
    return error.exitCode;
  }
  if (isSystemError(error)) {
    const explained = explainSystemError(error);
    printError(explained);
    return explained.exitCode;
  }
  printToStderr(error instanceof Error ? (error.stack ?? error.message) : String(error));
  printToStderr('This is a bug of ganspec: please report it with the spec and the lines above.');
  return exitCodes.internal;
}

/** Prints the error of output that could not be written. @returns The exit code. */
export function reportLostOutput({ message }: Error): number {
  const hint = 'Make room, or write to another place: what was written is incomplete.';
  printError(
    new GanspecError(
      'GAN511',
      exitCodes.usage,
      `standard output cannot be written (${visible(message)})`,
      hint,
    ),
  );
  return exitCodes.usage;
}

/** Prints an error that has no place in a spec. */
export function printError({ code, message, hint }: GanspecError): void {
  printToStderr(`error ${code}: ${message}`);
  if (hint !== undefined) printToStderr(`  hint: ${visible(hint)}`);
}

/** An error of the operating system, such as a full disk, or a file of ganspec that cannot be opened. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Errors of a resource that is used up, and the ways to more of it. */
const usedUp: Readonly<Record<string, string>> = {
  EMFILE: 'Raise the limit (`ulimit -n 1024`).',
  ENFILE: 'Close other programs: all of them together have too many files open.',
  ENOMEM: 'Close other programs, or raise the limit on memory (`ulimit -v`).',
  EAGAIN: 'Close other programs, or raise the limit on threads (`ulimit -u`).',
};

function explainSystemError({ code = '', message }: NodeJS.ErrnoException): GanspecError {
  const hint = usedUp[code];
  return hint === undefined
    ? new GanspecError('GAN523', exitCodes.data, visible(message))
    : new GanspecError('GAN707', exitCodes.limit, visible(message), hint);
}
