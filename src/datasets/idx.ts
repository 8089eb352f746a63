import { schemas, type IdxDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { classesOf } from './shared/classes.js';
import { dataPath } from './shared/dataPath.js';
import { imageDataset, fileImageShape } from './images/imageDataset.js';
import { deliveredShape } from './images/imageForm.js';
import { readIdx, readIdxShape } from './formats/readIdx.js';

/** User-provided images in IDX files; their classes are the labels that occur. */
export const idx = defineDataset<IdxDataset>({
  type: 'idx',
  schema: schemas.idx,
  describe(config, context) {
    const { images, labels, limit, range } = config;
    const file = dataPath(context, images, 'images');
    const shape = readIdxShape(file);
    const count = Math.min(shape[0] ?? 0, limit ?? Infinity);
    const description = {
      shape: deliveredShape(fileImageShape(file, shape), config),
      range,
      count,
    };
    if (labels === null) return { ...description, classes: null };
    const { data } = readIdx(dataPath(context, labels, 'labels'));
    const { list } = classesOf(data.subarray(0, count));
    return { ...description, classes: list.length, classList: list };
  },
  open(config, context) {
    const { images, labels } = config;
    return imageDataset(
      readIdx(dataPath(context, images, 'images')),
      labels === null ? null : { array: readIdx(dataPath(context, labels, 'labels')) },
      { ...config, classes: null },
    );
  },
});
