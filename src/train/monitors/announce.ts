import type { OpenMonitor } from './monitor.js';

/** Reports the settings of the run, then the warnings of the data set. */
export const announce: OpenMonitor = ({ spec, dataset, engine, folder, emit }) => ({
  start: () => {
    const { steps, batchSize, seed } = spec.training;
    emit({
      type: 'start',
      name: spec.name,
      run: folder?.path ?? null,
      engine: engine.name,
      engineReason: engine.reason,
      steps,
      batchSize,
      seed,
    });
    for (const warning of dataset.warnings ?? []) emit({ type: 'warning', ...warning });
  },
});
