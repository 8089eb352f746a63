/** Ctrl-C: the first signal stops after the step under way, the second exits at once. */
import { constants } from 'node:os';
import { printToStderr } from './stderr.js';

/** A request to stop a run. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Same effect as the first Ctrl-C. */
  now(): void;
}

/** Handles SIGINT and SIGTERM from now on: the first aborts the signal, the second ends the process at once. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const onSignal = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[name]);
    printToStderr(
      '\nstopping after this step and keeping what there is; once more to stop at once',
    );
    stop();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal: controller.signal, now: stop };
}
