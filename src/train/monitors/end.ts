import type { Metrics } from '../../runs/events.js';
import { samplesPerIteration } from '../samplesPerIteration.js';
import { saveInterruptedRun } from '../saveInterruptedRun.js';
import type { OpenMonitor } from './monitor.js';

/** Keeps the last state and the outcome in the run folder, and reports the whole run. */
export const end: OpenMonitor = ({ program, session, folder, emit }) => {
  const first = session.step;
  const start = performance.now();
  let last = start;
  let metrics: Metrics = {};
  return {
    iteration: () => {
      last = performance.now();
    },
    event: (event) => {
      if (event.type === 'step') ({ metrics } = event);
    },
    end: async (status) => {
      folder?.finish(status, await session.readState());
      const samples = (session.step - first) * samplesPerIteration(program);
      emit({
        type: 'end',
        run: folder?.path ?? null,
        steps: session.step,
        imagesPerSecond: samples === 0 ? 0 : (1000 * samples) / (last - start),
        metrics,
        status,
      });
    },
    failure: async ({ status }) => {
      if (folder) await saveInterruptedRun(folder, session, status);
    },
  };
};
