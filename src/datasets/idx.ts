import { schema, type IdxDataset } from '../generated/datasets/idx.js';
import { defineDataset } from '../entries/define.js';
import { dataPath } from './shared/dataPath.js';
import { imageDataset, imageShape, type ImageLabels } from './images/imageDataset.js';
import { formedShape } from './images/imageForm.js';
import { readIdx, readIdxShape } from './formats/readIdx.js';

/** A user's own images in IDX files. */
export const idx = defineDataset<IdxDataset>({
  type: 'idx',
  schema,
  describe(config, context) {
    const { images, labels, limit, range } = config;
    const file = dataPath(context, images, 'images');
    const shape = readIdxShape(file);
    return {
      shape: formedShape(imageShape(file, shape), config),
      range,
      count: Math.min(shape[0] ?? 0, limit ?? Infinity),
      classes: labels === null ? null : readLabels(dataPath(context, labels, 'labels')).classes,
    };
  },
  open(config, context) {
    const { images, labels } = config;
    return imageDataset(
      readIdx(dataPath(context, images, 'images')),
      labels === null ? null : readLabels(dataPath(context, labels, 'labels')),
      { ...config, classes: null },
    );
  },
});

/** There are as many classes as the largest label says. */
function readLabels(file: string): ImageLabels {
  const array = readIdx(file);
  return { array, classes: 1 + array.data.reduce((largest, label) => Math.max(largest, label), 0) };
}
