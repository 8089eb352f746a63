import type { GoodState } from '../keptState.js';
import type { OpenMonitor } from './monitor.js';

/**
 * Keeps the state of the run, in memory and in its folder: every `monitor.checkpoint.every` iterations, every `minutes`,
 * and at its end. A state with numbers that are not finite is not kept.
 */
export const checkpoint: OpenMonitor = ({ spec, session, folder, resumed, kept, ...run }) => {
  const { keep } = spec.monitor.checkpoint;
  // The last iteration for which all monitors have done their work.
  let done = session.step;
  let written: GoodState | undefined;
  const write = async (): Promise<void> => {
    await kept.inspect();
    const good = kept.keep(run.memories);
    if (!folder || !good || good === written) return;
    const { step, unfinished, state, monitors } = good;
    const file = folder.keepCheckpoint(state, { step, unfinished, monitors }, keep);
    written = good;
    run.emit({ type: 'checkpoint', step, file });
  };
  return {
    start: async () => {
      await kept.inspect();
      const first = kept.keep(run.memories);
      if (resumed) written = first;
    },
    iteration: async () => {
      const isLast = session.step === spec.training.steps;
      if (!isLast && kept.isDue) await write();
      done = session.step;
    },
    end: write,
    failure: async ({ status }) => {
      if (status === 'diverged' || session.step !== done) return;
      // An earlier checkpoint remains; the error that ended the run is the one to report.
      await write().catch(() => undefined);
    },
  };
};
