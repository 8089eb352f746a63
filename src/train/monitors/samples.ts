import { sampleFile } from '../../runs/pictures/sampleFile.js';
import type { OpenMonitor } from './monitor.js';

/** Generates samples every `monitor.sampleEvery` iterations and at the end, and keeps them in the run folder. */
export const samples: OpenMonitor = ({ spec, session, dataset, folder, emit }) => {
  const { sampleEvery, sampleCount: count } = spec.monitor;
  const form = {
    range: dataset.range,
    openEncoder: () => Promise.resolve(dataset.encode?.bind(dataset)),
    openDataset: () => Promise.resolve(dataset),
  };
  const generate = async (): Promise<void> => {
    const { step } = session;
    const generated = await session.sample(count);
    const file = folder ? folder.keepSamples(step, await sampleFile(generated, form)) : null;
    emit({ type: 'samples', step, file, count });
  };
  const isLast = (): boolean => session.step === spec.training.steps;
  return {
    every: { steps: sampleEvery, act: () => (isLast() ? undefined : generate()) },
    end: generate,
  };
};
