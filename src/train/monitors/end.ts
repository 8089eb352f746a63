import type { Metrics } from '../../runs/events.js';
import { giveUp } from '../../runs/folder.js';
import { samplesPerIteration } from '../samplesPerIteration.js';
import type { OpenMonitor } from './monitor.js';

/** Records the outcome in the run folder, and reports the whole run. */
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
    end: (status) => {
      const samples = (session.step - first) * samplesPerIteration(program);
      emit({
        type: 'end',
        run: folder?.path ?? null,
        steps: session.step,
        imagesPerSecond: samples === 0 ? 0 : (1000 * samples) / (last - start),
        metrics,
        status,
      });
      folder?.finish(status);
    },
    failure: ({ status }) => {
      giveUp(folder, status);
    },
  };
};
