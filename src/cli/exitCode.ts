/** The exit code of the command under way, which stands for `process.exitCode`: that may be changed by any code of the process. */
import { exitCodes } from '../diagnostics/errors.js';

let chosen: number = exitCodes.ok;

/** The exit code so far. */
export function exitCode(): number {
  return chosen;
}

/** Ends the command with another code, once it is done. */
export function setExitCode(code: number): void {
  chosen = code;
}
