/** Signals to a run: the first stops it after the update under way, the second ends the process at once. */
import { constants } from 'node:os';
import { printToStderr } from './stderr.js';

/** A request to stop a run. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Exit code of a process that the signal has ended: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
  readonly exitCode: number | undefined;
}

/** Handles SIGINT, SIGTERM and SIGHUP from now on. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const onSignal = (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void => {
    const code = 128 + constants.signals[name];
    if (exitCode !== undefined) process.exit(code);
    exitCode = code;
    printToStderr(
      '\nstopping after this update and keeping what there is; once more to stop at once',
    );
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
  };
}
