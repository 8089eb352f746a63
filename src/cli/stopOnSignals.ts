/** Ctrl-C: the first asks politely, the second insists. */
import { constants } from 'node:os';
import { say } from './stderr.js';

export interface Stop {
  readonly signal: AbortSignal;
  /** As if the first Ctrl-C had come. */
  now(): void;
}

/** From now on, SIGINT and SIGTERM first abort the signal; the second one ends the process at once. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const onSignal = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[name]);
    say('\nstopping after this step and keeping what there is; once more to stop at once');
    stop();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal: controller.signal, now: stop };
}
