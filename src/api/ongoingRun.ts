/** A training run under way, as its caller holds it. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TrainEvent } from '../runs/events.js';
import type { TrainedGan } from './trained.js';

/** The events of a run, which trains while they are taken, and its result. */
export interface OngoingRun extends AsyncGenerator<TrainEvent, void> {
  /**
   * Trains to the end, passing over the events that are left, and opens the GAN with the final state in the calling thread.
   * A run that was stopped by its signal, or whose events were left, has the state that it had then.
   * @returns A GAN that the caller disposes; a new one for every call.
   * @throws The error that ended the run; GanspecError GAN542 where it was left before it began.
   */
  result(): Promise<TrainedGan>;
}

/** Opens the GAN with the state that a run has ended with. */
type OpenResult = () => Promise<TrainedGan>;

/** Called once a run has ended, unless by an error. */
export type Ended = (open: OpenResult) => void;

/** The run that a function starts once its first event is taken. */
export function startRun(start: (ended: Ended) => AsyncGenerator<TrainEvent, void>): OngoingRun {
  let open: OpenResult = () => Promise.reject(notBegun());
  const events = recordingErrors(
    start((result) => {
      open = result;
    }),
    (error) => {
      open = () => Promise.reject(error);
    },
  );
  const result = async (): Promise<TrainedGan> => {
    for (;;) if ((await events.next()).done === true) return open();
  };
  return Object.assign(events, { result });
}

async function* recordingErrors(
  events: AsyncGenerator<TrainEvent, void>,
  failed: (error: Error) => void,
): AsyncGenerator<TrainEvent, void> {
  try {
    yield* events;
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function notBegun(): GanspecError {
  return new GanspecError(
    'GAN542',
    exitCodes.usage,
    'the run was left before it began, so it has no result',
    'Take at least one of its events before leaving, or call `result` alone, which trains to the end.',
  );
}
