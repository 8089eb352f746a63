/** Runs of this process, for tests of the server and its page. */
import { createCompiler, type GanSpec } from '../../src/index.js';
import type { EventBody } from '../../src/runs/events.js';
import { createRunFolder, type RunFolder } from '../../src/runs/folder.js';
import { encodePng } from '../../src/runs/pictures/png.js';
import { plainStart } from '../runs/keptRun.js';

/** A run that goes on until it is finished. */
export interface StartedRun extends RunFolder {
  /** Writes an event. */
  emit(event: EventBody): void;
  /** Writes a line of the log. */
  logStep(step: number): void;
  /** Writes a picture of samples, all of one shade. */
  drawSamples(step: number): void;
}

/** Starts a run of the preset `ring`, with another seed if one is given. */
export function startRun(path: string, seed = 0): StartedRun {
  const source: GanSpec = {
    extends: 'ring',
    training: { steps: 100, seed },
    monitor: { health: { gradientNorms: { action: 'warn' } } },
  };
  const { resolved } = createCompiler().compile(source);
  const data = { description: resolved.data, recipe: null };
  const folder = createRunFolder(path, { ...plainStart, source, resolved, data, baseDir: '.' });
  const emit = (event: EventBody): void => {
    // Events of progress are not kept.
    folder.keepEvent({ ...event, time: new Date().toISOString() });
  };
  emit({
    type: 'start',
    name: 'ring',
    run: path,
    engine: 'onnx',
    engineReason: 'it works here',
    steps: 100,
    batchSize: 256,
    seed,
    noun: 'points',
  });
  return {
    ...folder,
    emit,
    logStep: (step) => {
      emit({
        type: 'step',
        step,
        metrics: metricsAt(step),
        samples: 2560,
        imagesPerSecond: 36_000,
      });
    },
    drawSamples: (step) => {
      const pixels = new Uint8Array(64 * 64).fill((40 * step) % 256);
      const bytes = encodePng({ width: 64, height: 64, channels: 1, pixels });
      const file = folder.keepSamples(step, { extension: 'png', bytes });
      emit({ type: 'samples', step, file, count: 64 });
    },
  };
}

/** Numbers such as a run of `ring` logs. */
function metricsAt(step: number): Readonly<Record<string, number>> {
  return {
    r1: 0.1 + 0.01 * Math.sin(step),
    realScore: 0.05 * Math.cos(step / 7),
    fakeScore: -0.05 * Math.cos(step / 5),
    discriminatorLoss: 1.39 - 0.05 * Math.sin(step / 9),
    discriminatorGradient: 0.2 + 0.02 * Math.sin(step / 3),
    generatorLoss: 0.69 + 0.05 * Math.sin(step / 9),
    generatorGradient: 0.1 + 0.02 * Math.cos(step / 3),
  };
}
