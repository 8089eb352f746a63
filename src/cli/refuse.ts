import { CommanderError } from 'commander';
import { printToStderr } from './stderr.js';

/** Ends a command with a usage error. @throws CommanderError with the exit code of wrong usage */
export function refuse(message: string): never {
  printToStderr(`error: ${message}`);
  throw new CommanderError(2, 'ganspec.usage', message);
}
