/** Errors that end a command. */
import { CommanderError } from 'commander';
import { visible } from '../diagnostics/visible.js';
import { showDiagnostics } from './specOptions.js';
import { printToStderr } from './stderr.js';

const usage = 2;

/** Prints an error on standard error. @returns Exit code of its cause. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
  const { exitCodes, GanspecError, SpecError } = await import('../index.js');
  if (error instanceof SpecError) {
    await showDiagnostics(error.diagnostics);
    return error.exitCode;
  }
  if (error instanceof GanspecError) {
    printToStderr(`error ${error.code}: ${error.message}`);
    if (error.hint !== undefined) printToStderr(`  hint: ${visible(error.hint)}`);
    return error.exitCode;
  }
  if (isSystemError(error)) {
    printToStderr(`error: ${visible(error.message)}`);
    return exitCodes.data;
  }
  printToStderr(error instanceof Error ? (error.stack ?? error.message) : String(error));
  printToStderr('This is a bug of ganspec: please report it with the spec and the lines above.');
  return exitCodes.internal;
}

/** An error of the operating system, such as a full disk or a folder that may not be written. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
