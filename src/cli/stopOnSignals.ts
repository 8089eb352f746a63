/** Requests to stop a run: signals, and errors that nobody has caught. */
import { constants } from 'node:os';
import { printToStderr } from './stderr.js';
import { endProcess, onUncaught } from './uncaught.js';

/** A request to stop a run. */
export interface Stop {
  /** Its reason is an error where the run is to fail. */
  readonly signal: AbortSignal;
  /** Exit code of a process that a signal has stopped: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
  readonly exitCode: number | undefined;
}

/**
 * Handles SIGINT, SIGTERM and SIGHUP from now on: the first stops the run after the update under way, the second ends the
 * process at once. An error that nobody has caught, as in a timer of a plugin, stops the run as a failure.
 */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const onSignal = (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void => {
    if (exitCode !== undefined) endBySignal(name);
    exitCode = 128 + constants.signals[name];
    printToStderr(
      '\nstopping after this update and keeping what there is; once more to stop at once',
    );
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  onUncaught((error) => {
    controller.abort(error);
  });
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
  };
}

/**
 * Ends the process by the signal itself, once the exit actions are done. A plain exit would tear down the engine while its
 * thread computes, which it answers by aborting.
 */
function endBySignal(name: NodeJS.Signals): never {
  process.once('exit', () => {
    process.removeAllListeners(name);
    process.kill(process.pid, name);
  });
  endProcess(128 + constants.signals[name]);
}
