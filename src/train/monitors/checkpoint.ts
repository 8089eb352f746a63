import { GanspecError } from '../../diagnostics/errors.js';
import { momentOf, type Moment } from '../../runs/checkpoints.js';
import { warningOf } from '../../runs/events.js';
import { nonFinite } from '../health/nonFinite.js';
import type { GoodState } from '../keptState.js';
import type { OpenMonitor, ResumedFrom } from './monitor.js';

const count = { type: 'integer', minimum: 0 } as const;

/** The form of the memory: moments of the states before the newest. */
export const checkpointMemorySchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['step', 'runs'],
    properties: { step: count, runs: count },
  },
} as const;

/**
 * Keeps the state of the run, in memory and in its folder: every `monitor.checkpoint.every` iterations, every `minutes`,
 * at its end, and where a rule of health stops it. A state with numbers that are not finite is not kept. Where a rule of health may take the run back later,
 * the folder also has the first state, and those that memory has before the newest.
 */
export const checkpoint: OpenMonitor = ({ spec, session, folder, resumed, kept, ...run }) => {
  const { keep } = spec.monitor.checkpoint;
  // The last iteration for which all monitors have done their work.
  let done = session.step;
  const onDisk = new WeakSet<GoodState>();
  let needed: readonly Moment[] = [];
  const write = async (most = keep): Promise<void> => {
    await kept.inspect();
    const good = kept.keep(run.memories);
    if (!folder || !good || onDisk.has(good)) return;
    const { step, unfinished, state, monitors } = good;
    const best = kept.best === undefined ? [] : [{ step: kept.best, runs: 0 }];
    const spared = [...kept.earlier.map(momentOf), ...best];
    const file = folder.keepCheckpoint(state, { step, unfinished, monitors }, most, spared);
    onDisk.add(good);
    run.emit({ type: 'checkpoint', step, file });
  };
  const takeUp = async ({ stateAt }: ResumedFrom): Promise<void> => {
    const earlier = needed.flatMap((moment) => {
      try {
        return [stateAt(moment)];
      } catch (error) {
        if (!(error instanceof GanspecError)) throw error;
        run.emit(warningOf(error));
        return [];
      }
    });
    kept.takeUp(earlier);
    await kept.inspect();
    const first = kept.keep(run.memories);
    for (const state of [...earlier, ...(first ? [first] : [])]) onDisk.add(state);
  };
  return {
    memory: {
      name: 'checkpoint',
      save: () => kept.earlier.map(momentOf),
      restore: (saved) => {
        // As `save` gave it.
        needed = saved as readonly Moment[];
      },
    },
    start: async () => {
      if (resumed) return takeUp(resumed);
      if (kept.mayGoBackFar) return write();
      await kept.inspect();
      kept.keep(run.memories);
    },
    iteration: async () => {
      const isLast = session.step === spec.training.steps;
      if (!isLast && kept.isDue) await write();
      done = session.step;
    },
    end: () => write(),
    failure: async ({ status, error }) => {
      const isStopped = status === 'diverged';
      if (isStopped ? isNotFinite(error) : session.step !== done) return;
      // What a rule has stopped may be worth less than the checkpoints before it, which stay. The error that ended the run
      // is the one to report.
      await write(isStopped ? keep + 1 : keep).catch(() => undefined);
    },
  };
};

/** True where numbers of the last iteration were not finite, so that its state is no good one. */
function isNotFinite(error: unknown): boolean {
  return error instanceof GanspecError && error.code === nonFinite.code;
}
