import type { LoadedDataset } from '../../entries/dataset.js';

/** Reader of classes that are stored in memory, one for each sample. */
export function labelReader(labels: ArrayLike<number>): NonNullable<LoadedDataset['readLabels']> {
  return (indices, out) => {
    for (let i = 0; i < indices.length; i++) out[i] = labels[indices[i] ?? 0] ?? 0;
  };
}
