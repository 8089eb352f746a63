import { resolve } from 'node:path';
import { schema, type IdxDataset } from '../generated/datasets/idx.js';
import { defineDataset } from '../registry/define.js';
import { imageDataset, imageShape, type ImageLabels } from './files/imageDataset.js';
import { readIdx, readIdxShape } from './files/readIdx.js';

/** A user's own images in IDX files. */
export const idx = defineDataset<IdxDataset>({
  type: 'idx',
  schema,
  describe({ images, labels, limit }, { baseDir }) {
    const file = resolve(baseDir, images);
    const shape = readIdxShape(file);
    return {
      shape: imageShape(file, shape),
      range: [-1, 1],
      count: Math.min(shape[0] ?? 0, limit ?? Infinity),
      classes: labels === null ? null : readLabels(resolve(baseDir, labels)).classes,
    };
  },
  open: ({ images, labels, limit }, { baseDir }) =>
    imageDataset(
      readIdx(resolve(baseDir, images)),
      labels === null ? null : readLabels(resolve(baseDir, labels)),
      { classes: null, limit },
    ),
});

/** There are as many classes as the largest label says. */
function readLabels(file: string): ImageLabels {
  const array = readIdx(file);
  return { array, classes: 1 + array.data.reduce((largest, label) => Math.max(largest, label), 0) };
}
