import type { LoadedDataset } from '../../entries/dataset.js';
import { sizeOf } from '../../ir/tensorType.js';
import { shuffled } from '../../random/shuffle.js';
import type { Samples } from '../../runs/samples.js';
import { chosenClass } from './chosenClass.js';

/** The choice of real samples. */
export interface RealChoice {
  /** Seed of their order. */
  readonly seed: number;
  /** Class of all of them, by name or index; default: any. */
  readonly label?: number | string | undefined;
}

/**
 * Real samples in a random order, as the discriminator gets them, each at most once.
 * @param count Fewer are given where there are no more.
 * @throws GanspecError GAN514 for a class that the data do not have.
 */
export function realSamples(
  dataset: LoadedDataset,
  count: number,
  { seed, label }: RealChoice,
): Samples {
  const { classes, classList: list } = dataset;
  const chosen =
    label === undefined ? undefined : chosenClass(label, { count: classes ?? 0, list });
  const order = shuffled(dataset.count, { seed, stream: 'sample/real', step: 0 });
  const isWanted = (index: number): boolean =>
    chosen === undefined || labelsOf(dataset, [index])?.[0] === chosen;
  const indices: number[] = [];
  for (const index of order) {
    if (indices.length === count) break;
    if (isWanted(index)) indices.push(index);
  }
  const shape = [indices.length, ...dataset.shape];
  const data = new Float32Array(sizeOf(shape));
  // Copies, which `read` of a plugin may change.
  dataset.read([...indices], data);
  const labels = labelsOf(dataset, [...indices]);
  return { dtype: 'float32', shape, data, ...(labels && { labels }) };
}

/** Classes of samples; undefined where the data have none. */
function labelsOf(dataset: LoadedDataset, indices: readonly number[]): Int32Array | undefined {
  if (dataset.classes === null || !dataset.readLabels) return undefined;
  const labels = new Int32Array(indices.length);
  dataset.readLabels(indices, labels);
  return labels;
}
