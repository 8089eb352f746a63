import type { LoadedDataset, DatasetContext } from '../../src/entries/dataset.js';
import type { Tagged } from '../../src/entries/tagged.js';

/** A complete set of options, typed as such. */
export function options(all: Tagged & Readonly<Record<string, unknown>>): Tagged {
  return all;
}

/** A context with a folder as that of the spec. */
export function inFolder(baseDir: string, seed = 11): DatasetContext {
  return { baseDir, dataDir: undefined, seed };
}

/** The samples at these indices, as lists. */
export function samplesOf(dataset: LoadedDataset, indices: readonly number[]): number[][] {
  const size = dataset.shape.reduce((product, length) => product * length, 1);
  const out = new Float32Array(indices.length * size).fill(NaN);
  dataset.read(indices, out);
  return indices.map((_, i) => [...out.subarray(i * size, (i + 1) * size)]);
}

/** The classes of the samples at these indices. */
export function labelsOf(dataset: LoadedDataset, indices: readonly number[]): number[] {
  const out = new Int32Array(indices.length).fill(-1);
  dataset.readLabels?.(indices, out);
  return [...out];
}

/** The numbers 0 … count − 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Generated samples, encoded by the data set: file extension and bytes. */
export function encoded(dataset: LoadedDataset, samples: readonly number[]): [string, Buffer] {
  const file = dataset.encode?.(Float32Array.from(samples));
  if (!file) throw new Error('the data set writes no samples');
  return [file.extension, Buffer.from(file.bytes)];
}
