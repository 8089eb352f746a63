/** The training loop: iterations until the last or a signal, and the hooks of the monitors around them. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { EventBody, Metrics, TrainEvent } from '../runs/events.js';
import { KeptState } from './keptState.js';
import type {
  Memories,
  RunMonitor,
  OpenMonitor,
  RunContext,
  RunFailure,
} from './monitors/monitor.js';
import { monitors } from './monitors/monitors.js';

/** A run as its caller gives it; the loop adds the rest. */
export type TrainingRun = Omit<RunContext, 'emit' | 'memories' | 'restoreMemories' | 'kept'>;

/**
 * Trains to the spec's number of steps; a signal takes effect between two updates. Events go to the caller once all hooks
 * have been called, so that wherever it stops listening, the run is at a whole moment.
 * @param list Opened for this run; their hooks are called in this order.
 * @returns The events that the monitors emit.
 * @throws The error of an iteration or of a hook, once the `failure` hooks are done.
 */
export async function* trainingLoop(
  run: TrainingRun,
  signal?: AbortSignal,
  list: readonly OpenMonitor[] = monitors,
): AsyncGenerator<TrainEvent, void> {
  const { session } = run;
  const { steps } = run.spec.training;
  const events: TrainEvent[] = [];
  const emit = (body: EventBody): void => {
    const event: TrainEvent = { time: new Date().toISOString(), ...body };
    events.push(event);
    for (const monitor of active) monitor.event?.(event);
  };
  const memories = (): Memories =>
    Object.fromEntries(
      active.flatMap(({ memory }) => (memory ? [[memory.name, memory.save()]] : [])),
    );
  const restoreMemories = (saved: Memories): void => {
    for (const { memory } of active) {
      const own = memory && saved[memory.name];
      if (own !== undefined) memory?.restore(own);
    }
  };
  const kept = new KeptState(session, run.spec.monitor.checkpoint, steps);
  const active = list.map((open) => open({ ...run, emit, memories, restoreMemories, kept }));
  const callEach = async (hook: (monitor: RunMonitor) => void | Promise<void>): Promise<void> => {
    for (const monitor of active) await hook(monitor);
  };
  let isOver = false;
  const fail = async (failure: RunFailure): Promise<void> => {
    if (isOver) return;
    isOver = true;
    for (const monitor of active) await monitor.failure?.(failure);
  };

  try {
    if (run.resumed) restoreMemories(run.resumed.memories);
    await callEach((monitor) => monitor.start?.());
    yield* events.splice(0);
    while (session.step < steps) {
      const metrics = await session.iterate(signal);
      if (!metrics) {
        // The caller stops the run as a failure.
        if (isFailure(signal?.reason)) throw signal.reason;
        break;
      }
      const { step } = session;
      await callEach((monitor) =>
        session.step === step ? afterIteration(monitor, step, metrics) : undefined,
      );
      yield* events.splice(0);
    }
    const outcome = session.step < steps ? 'interrupted' : 'completed';
    await callEach((monitor) => monitor.end?.(outcome));
    isOver = true;
    yield* events.splice(0);
  } catch (error) {
    await fail({ status: isDivergence(error) ? 'diverged' : 'failed', error });
    yield* events.splice(0);
    throw error;
  } finally {
    // Takes effect where the caller has stopped listening.
    await fail({ status: 'interrupted' });
  }
}

async function afterIteration(monitor: RunMonitor, step: number, metrics: Metrics): Promise<void> {
  await monitor.iteration?.(metrics);
  const { every } = monitor;
  if (every && every.steps > 0 && step % every.steps === 0) await every.act();
}

function isDivergence(error: unknown): boolean {
  return error instanceof GanspecError && error.exitCode === exitCodes.diverged;
}

/** False for the reason that an abort has by itself. */
function isFailure(reason: unknown): reason is Error {
  return reason instanceof Error && !(reason instanceof DOMException);
}
