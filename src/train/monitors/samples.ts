import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { warningOf } from '../../runs/events.js';
import { pictureRange } from '../../runs/pictures/pictureRange.js';
import { sampleFile } from '../../runs/pictures/sampleFile.js';
import type { OpenMonitor } from './monitor.js';

/**
 * Generates samples every `monitor.sampleEvery` iterations and after the last, and keeps them in the run folder, or gives
 * them to the caller where there is none. Samples for which memory or disk have no room are a warning.
 */
export const samples: OpenMonitor = ({ spec, session, dataset, folder, emit }) => {
  const { sampleEvery, sampleCount: count } = spec.monitor;
  const form = {
    range: pictureRange(dataset),
    names: (dataset.classList ?? []).map(({ name }) => name),
    openEncoder: () => Promise.resolve(dataset.encode?.bind(dataset)),
    openDataset: () => Promise.resolve(dataset),
  };
  const generate = async (): Promise<void> => {
    const { step } = session;
    try {
      const generated = await session.sample(count);
      if (!folder) {
        emit({ type: 'samples', step, file: null, count, samples: generated });
        return;
      }
      const encoded = await sampleFile(generated, form);
      emit({ type: 'samples', step, file: folder.keepSamples(step, encoded), count });
    } catch (error) {
      if (!isOfMachine(error)) throw error;
      emit(warningOf(error));
    }
  };
  const isLast = (): boolean => session.step === spec.training.steps;
  return {
    every: { steps: sampleEvery, act: () => (isLast() ? undefined : generate()) },
    end: (outcome) => (outcome === 'completed' ? generate() : undefined),
  };
};

/** True for an error of the disk or for a lack of memory, neither of which concerns the training. */
function isOfMachine(error: unknown): error is GanspecError {
  return (
    error instanceof GanspecError &&
    (error.exitCode === exitCodes.usage || error.exitCode === exitCodes.limit)
  );
}
