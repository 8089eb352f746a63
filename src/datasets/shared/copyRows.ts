import type { Dataset } from '../../entries/entries.js';

/** Reads samples that lie one after the other in memory. @param size Numbers of one sample. */
export function copyRows(data: Float32Array, size: number): Dataset['read'] {
  return (indices, out) => {
    for (let i = 0; i < indices.length; i++) {
      const start = (indices[i] ?? 0) * size;
      out.set(data.subarray(start, start + size), i * size);
    }
  };
}
