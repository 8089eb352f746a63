import { CommanderError } from 'commander';
import { say } from './stderr.js';

/** Ends a command as wrong options do. */
export function refuse(message: string): never {
  say(`error: ${message}`);
  throw new CommanderError(2, 'ganspec.usage', message);
}
