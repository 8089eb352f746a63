import type { LoadedDataset } from '../../entries/dataset.js';

/** Reader of samples that are stored consecutively in memory. @param size Numbers per sample. */
export function rowReader(data: Float32Array, size: number): LoadedDataset['read'] {
  return (indices, out) => {
    for (let i = 0; i < indices.length; i++) {
      const start = (indices[i] ?? 0) * size;
      out.set(data.subarray(start, start + size), i * size);
    }
  };
}
