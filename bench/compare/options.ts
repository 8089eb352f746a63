/** Options of the scripts of this folder. */
import { exitCodes, GanspecError } from '../../src/index.js';

/** A wrong option, told without a stack. */
export class UsageError extends Error {}

/** @throws UsageError for what is no whole number from 1 to a limit. */
export function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${option} must be a whole number from 1 to ${most}, not "${text}"`);
}

/** Runs a script; a mistake in its options or the spec is one line on standard error and an exit code. */
export async function runScript(script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof Error) || !isMistake(error)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = error instanceof GanspecError ? error.exitCode : exitCodes.usage;
  }
}

function isMistake(error: Error): boolean {
  const isFromParsing = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof UsageError || error instanceof GanspecError || isFromParsing;
}
