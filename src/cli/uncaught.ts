/** Errors outside of every hook: of timers, and of promises that nobody awaits, as a plugin may leave them behind. */
import { fileURLToPath } from 'node:url';
import { atPlace } from '../diagnostics/codePlace.js';
import { exitCodes, GanspecError, messageOf, systemCodeOf } from '../diagnostics/errors.js';
import { loadedPlugins } from '../diagnostics/loadedPlugins.js';
import { exitCode } from './exitCode.js';
import { printError, reportError } from './reportError.js';

type Handler = (error: unknown) => void;

let handler: Handler = (error) => {
  void reportError(error).then((code) => {
    endProcess(code);
  });
};

/** Reports such an error from now on, in one line; without this, Node prints its own trace. */
export function catchUncaught(): void {
  // A listener could be removed by any code of the process.
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    handler(describe(error));
  });
}

/** Replaces the end of the process, which is what such an error leads to, by another action. */
export function onUncaught(action: Handler): void {
  handler = action;
}

/** An error as it is to be reported: that of ganspec itself stays as it is, which is a bug. */
function describe(error: unknown): Error {
  if (!isReadable(error)) return leftBehind(messageOf(error), '');
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /(?<=[\s(])((?:file:\/\/)?\/[^()\s]+:\d+:\d+)/.exec(stack)?.[1];
  const isOurs = place?.includes(fileURLToPath(new URL('..', import.meta.url))) ?? true;
  const foreign = isOurs ? atPlace(error) : ` (${place})`;
  if (isOurs && foreign === '' && error instanceof Error && !isBareRejection(error)) return error;
  return leftBehind(reasonOf(error), foreign);
}

/** False for a value, such as a proxy, that throws where it is read. */
function isReadable(error: unknown): boolean {
  try {
    return !(error instanceof Error) || typeof error.stack === 'string' || 'message' in error;
  } catch {
    return false;
  }
}

function leftBehind(reason: string, place: string): GanspecError {
  return outsideOfHooks(
    `an error outside of every hook, as of a timer or a promise that nobody awaits: ${reason}`,
    place,
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
let isReported = false;

/** Ends the process, as ganspec alone may. @param code Default: that of the command. */
export function endProcess(code = exitCode()): never {
  isOver = true;
  process.exit(code);
}

/** From now on, reports an end of the process that others have brought about, with exit code 3. */
export function catchExit(): void {
  const report = (call: string): number => {
    const error = outsideOfHooks(
      `the process was ended before its work was done, by ${call} outside of every hook`,
      atPlace(new Error()),
      `take ${call.replace(/\(.*/, '')} away`,
    );
    printError(error);
    isReported = true;
    return error.exitCode;
  };
  process.on('exit', (code) => {
    if (isOver || isReported) return;
    process.exitCode = report(`process.exit(${code})`);
  });
  // These end the process at once; `process.exit` calls the first, which is not among the types of Node.
  const immediate = process as unknown as Record<'reallyExit' | 'abort', (code?: number) => never>;
  for (const name of ['reallyExit', 'abort'] as const) {
    const original = immediate[name];
    immediate[name] = (code) => {
      if (isOver || isReported) return Reflect.apply(original, process, [code]);
      return process.exit(report(`process.${name}(${code ?? ''})`));
    };
  }
}
