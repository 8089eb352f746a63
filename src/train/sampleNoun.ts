import type { LoadedDataset } from '../entries/dataset.js';

/** Word for several samples of a data set, as in `rows`. */
export function sampleNoun({ noun, shape }: Pick<LoadedDataset, 'noun' | 'shape'>): string {
  if (noun !== undefined) return noun;
  const [first, , channels] = shape;
  if (shape.length === 3 && (channels === 1 || channels === 3)) return 'images';
  return shape.length === 1 && first === 2 ? 'points' : 'samples';
}
