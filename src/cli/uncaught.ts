/** Errors outside of every hook: of timers, and of promises that nobody awaits, as a plugin may leave them behind. */
import { fileURLToPath } from 'node:url';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { reportError } from './reportError.js';

type Handler = (error: unknown) => void;

let handler: Handler = (error) => {
  void reportError(error).then((code) => {
    process.exit(code);
  });
};

/** Reports such an error from now on, in one line; without this, Node prints its own trace. */
export function catchUncaught(): void {
  process.on('uncaughtException', (error: unknown) => {
    handler(describe(error));
  });
}

/** Replaces the end of the process, which is what such an error leads to, by another action. */
export function onUncaught(action: Handler): void {
  handler = action;
}

/** An error as it is to be reported: that of ganspec itself stays as it is, which is a bug. */
function describe(error: unknown): Error {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /\(?((?:file:\/\/)?\/[^()\s]+:\d+:\d+)\)?/.exec(stack)?.[1];
  const isOurs = place?.includes(fileURLToPath(new URL('..', import.meta.url))) ?? true;
  if (isOurs && error instanceof Error) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new GanspecError(
    'GAN519',
    exitCodes.spec,
    `an error outside of every hook, as of a timer or a promise that nobody awaits: ${message}${place === undefined ? '' : ` (${place})`}`,
    'If the place is in a plugin, catch the error there.',
  );
}
