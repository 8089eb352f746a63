import { writeClassifier, type ClassifierRecord } from '../evaluation/savedClassifier.js';
import type { SampleRows } from '../entries/metric.js';
import type { LoadedDataset } from '../entries/dataset.js';
import { sizeOf } from '../ir/tensorType.js';
import { indexOfLargest } from '../metrics/shared/indexOfLargest.js';
import type { ClassifierSession } from '../train/classifierSession.js';
import type { Gan } from './gan.js';

/** Progress of the training of a classifier. */
export interface ClassifierProgress {
  readonly step: number;
  readonly steps: number;
  /** Mean cross-entropy since the last report. */
  readonly loss: number;
}

/** Training of a classifier, and where its results go. */
export interface ClassifierTraining {
  /** A GAN whose discriminator has an auxiliary classifier, which alone is trained. */
  readonly gan: Gan;
  /** The same with the held-out samples as its data. */
  readonly heldOut: Gan;
  /** Folder of the weights and the record. */
  readonly folder: string;
  /** Called as often as the spec's `monitor.logEvery` says. */
  readonly report: (progress: ClassifierProgress) => void;
}

/** Trains a classifier for `training.steps` iterations, measures it on held-out samples, and writes it. */
export async function trainClassifier({
  gan,
  heldOut,
  folder,
  report,
}: ClassifierTraining): Promise<ClassifierRecord> {
  const { training, monitor, name } = gan.spec;
  const { steps, seed } = training;
  const classifier = await gan.prepareClassifier();
  const { session } = classifier;
  try {
    let [sum, count] = [0, 0];
    for (let step = 1; step <= steps; step += 1) {
      sum += (await session.iterate())['classLoss'] ?? NaN;
      count += 1;
      if (step % monitor.logEvery !== 0 && step < steps) continue;
      report({ step, steps, loss: sum / count });
      [sum, count] = [0, 0];
    }
    const data = await heldOut.openDataset();
    const accuracy = await accuracyOn(data, classifier);
    const state = [...(await session.readState())];
    const weights = new Map(state.filter(([path]) => path.startsWith('discriminator/')));
    const held = { count: data.count, data: heldOut.spec.data };
    return writeClassifier(folder, weights, { name, steps, seed, accuracy, heldOut: held });
  } finally {
    await classifier.dispose();
  }
}

/** Share of the samples whose largest output is that of their class. */
async function accuracyOn(data: LoadedDataset, classifier: ClassifierSession): Promise<number> {
  const { count, shape } = data;
  const indices = Array.from({ length: count }, (_, i) => i);
  const width = sizeOf(shape);
  const numbers = new Float32Array(count * width);
  data.read(indices, numbers);
  const labels = new Int32Array(count);
  data.readLabels?.(indices, labels);
  const { logits } = await classifier.classify({ count, width, numbers });
  const right = labels.filter((label, i) => largest(logits, i) === label).length;
  return right / count;
}

function largest({ width, numbers }: SampleRows, row: number): number {
  const values = numbers.subarray(row * width, (row + 1) * width);
  return indexOfLargest(values);
}
