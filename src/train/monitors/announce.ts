import { sampleNoun } from '../sampleNoun.js';
import type { OpenMonitor } from './monitor.js';

/** Reports the settings of the run, or the checkpoint that it goes on from; then the doubts about it. */
export const announce: OpenMonitor = (run) => ({
  start: () => {
    const { spec, dataset, engine, session, folder, resumed, warnings, emit } = run;
    const { steps, batchSize, seed } = spec.training;
    const place = {
      run: folder?.path ?? null,
      engine: engine.name,
      engineReason: engine.reason,
      steps,
      noun: sampleNoun(dataset),
    };
    if (resumed) {
      emit({ type: 'resume', ...place, step: session.step, checkpoint: resumed.checkpoint });
    } else {
      emit({ type: 'start', name: spec.name, ...place, batchSize, seed });
    }
    for (const { code, message, hint } of warnings) {
      emit({ type: 'warning', code, message, ...(hint !== undefined && { hint }) });
    }
  },
});
