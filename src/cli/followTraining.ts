/** Shows a training run in progress, and stops it on signals. */
import { exitCodes } from '../diagnostics/errors.js';
import type { TrainEvent } from '../index.js';
import { setExitCode } from './exitCode.js';
import { createProgress, type Progress } from './progress.js';
import { printToStderr } from './stderr.js';
import { excuseLostOutput, isOutputLost, print, printJson } from './stdout.js';
import { stopOnSignals } from './stopOnSignals.js';

export interface FollowOptions {
  /** Prints one JSON event per line instead of progress. */
  readonly json?: boolean | undefined;
}

/** Progress on standard error, or one JSON event per line on standard output. */
export function openProgress(json: boolean): Progress {
  if (!json) return createProgress(process.stderr);
  const show = (event: TrainEvent): void => {
    if (event.type !== 'progress') printJson(event, 'line');
  };
  return { show, clear: () => undefined };
}

/**
 * Prints the events of a run; its folder at the end. Sets the exit code of the process where a signal stopped it.
 * @param start Starts the run, which the signal stops.
 */
export async function followTraining(
  start: (signal: AbortSignal) => AsyncIterable<TrainEvent>,
  { json = false }: FollowOptions,
): Promise<void> {
  const stop = stopOnSignals();
  const { show, clear } = openProgress(json);
  excuseLostOutput();
  let isTold = false;
  try {
    for await (const event of start(stop.signal)) {
      show(event);
      if (isOutputLost() && !isTold) {
        isTold = true;
        printToStderr(
          'warning: standard output cannot be written (closed, or a full disk); training goes on, and events.jsonl in the run folder has every event',
        );
      }
      if (event.type !== 'end') continue;
      if (!json && event.run !== null) print(event.run);
      if (event.status === 'interrupted') setExitCode(stop.exitCode ?? exitCodes.interrupted);
    }
  } finally {
    clear();
  }
}
