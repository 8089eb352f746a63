/** Errors outside of every hook: of timers, and of promises that nobody awaits, as a plugin may leave them behind. */
import { fileURLToPath } from 'node:url';
import { atPlace } from '../diagnostics/codePlace.js';
import { exitCodes, GanspecError, messageOf, systemCodeOf } from '../diagnostics/errors.js';
import { loadedPlugins } from '../diagnostics/loadedPlugins.js';
import { printError, reportError } from './reportError.js';

type Handler = (error: unknown) => void;

let handler: Handler = (error) => {
  void reportError(error).then((code) => {
    endProcess(code);
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
  const place = /(?<=[\s(])((?:file:\/\/)?\/[^()\s]+:\d+:\d+)/.exec(stack)?.[1];
  const isOurs = place?.includes(fileURLToPath(new URL('..', import.meta.url))) ?? true;
  const foreign = isOurs ? atPlace(error) : ` (${place})`;
  if (isOurs && foreign === '' && error instanceof Error && !isBareRejection(error)) return error;
  return outsideOfHooks(
    `an error outside of every hook, as of a timer or a promise that nobody awaits: ${reasonOf(error)}`,
    foreign,
    'catch the error there',
  );
}

/** True for the error by which Node tells of a promise that was rejected with something else than an error. */
function isBareRejection(error: unknown): boolean {
  return systemCodeOf(error) === 'ERR_UNHANDLED_REJECTION';
}

function reasonOf(error: unknown): string {
  const message = messageOf(error);
  const reason = isBareRejection(error) ? /the reason "(.*)"/s.exec(message)?.[1] : undefined;
  return reason ?? message;
}

/** @param place In brackets; empty where none is known. */
function outsideOfHooks(message: string, place: string, remedy: string): GanspecError {
  const hint =
    place === ''
      ? `The error has no place: in the plugins, ${loadedPlugins().join(', ')}, ${remedy}.`
      : `If the place is in a plugin, ${remedy}.`;
  return new GanspecError('GAN519', exitCodes.spec, message + place, hint);
}

let isOver = false;

/** Ends the process, as ganspec alone may. @param code Default: `process.exitCode`. */
export function endProcess(code = process.exitCode): never {
  isOver = true;
  process.exit(code);
}

/** From now on, reports an end of the process that others have brought about, with exit code 3. */
export function catchExit(): void {
  process.on('exit', (code) => {
    if (isOver) return;
    const error = outsideOfHooks(
      `the process was ended before its work was done, by process.exit(${code}) outside of every hook`,
      atPlace(new Error()),
      'take process.exit away',
    );
    printError(error);
    process.exitCode = error.exitCode;
  });
}
