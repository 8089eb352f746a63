import type { Dataset, DatasetContext, Tagged } from '../../src/entries/entries.js';

/** Options of a data set, all of them. */
export function options(all: Tagged & Readonly<Record<string, unknown>>): Tagged {
  return all;
}

/** A context whose paths start at a folder. */
export function inFolder(baseDir: string, seed = 11): DatasetContext {
  return { baseDir, dataDir: undefined, seed };
}

/** The samples at these places, as lists. */
export function samplesOf(dataset: Dataset, indices: readonly number[]): number[][] {
  const size = dataset.shape.reduce((product, length) => product * length, 1);
  const out = new Float32Array(indices.length * size).fill(NaN);
  dataset.read(indices, out);
  return indices.map((_, i) => [...out.subarray(i * size, (i + 1) * size)]);
}

/** The classes of the samples at these places. */
export function labelsOf(dataset: Dataset, indices: readonly number[]): number[] {
  const out = new Int32Array(indices.length).fill(-1);
  dataset.readLabels?.(indices, out);
  return [...out];
}

/** The numbers 0 … count − 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Generated samples as the data set writes them. */
export function encoded(dataset: Dataset, samples: readonly number[]): [string, Buffer] {
  const file = dataset.encode?.(Float32Array.from(samples));
  if (!file) throw new Error('the data set writes no samples');
  return [file.extension, Buffer.from(file.bytes)];
}
