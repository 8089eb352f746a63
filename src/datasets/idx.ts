import { schemas, type IdxDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { dataPath } from './shared/dataPath.js';
import { imageDataset, fileImageShape, type ImageLabels } from './images/imageDataset.js';
import { deliveredShape } from './images/imageForm.js';
import { readIdx, readIdxShape } from './formats/readIdx.js';

/** User-provided images in IDX files. */
export const idx = defineDataset<IdxDataset>({
  type: 'idx',
  schema: schemas.idx,
  describe(config, context) {
    const { images, labels, limit, range } = config;
    const file = dataPath(context, images, 'images');
    const shape = readIdxShape(file);
    return {
      shape: deliveredShape(fileImageShape(file, shape), config),
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

/** Labels of a file; the number of classes is the largest label plus one. */
function readLabels(file: string): ImageLabels {
  const array = readIdx(file);
  return { array, classes: 1 + array.data.reduce((largest, label) => Math.max(largest, label), 0) };
}
