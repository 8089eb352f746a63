import { schemas, type IdxDataset } from '../generated/datasets.js';
import type { HostConfig } from '../entries/config.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetDescription,
  type DatasetWarning,
} from '../entries/dataset.js';
import { byNeedWarning } from './shared/byNeed.js';
import { classesOf } from './shared/classes.js';
import { dataPath } from './shared/dataPath.js';
import { imageDataset, fileImageShape } from './images/imageDataset.js';
import { deliveredShape } from './images/imageForm.js';
import { checkLevels, levelExtent } from './images/levels.js';
import type { StoredArray } from './formats/byteArray.js';
import { openIdx, readIdx } from './formats/readIdx.js';

type Options = HostConfig<IdxDataset>;

/** User-provided images in IDX files; their classes are the labels that occur. */
export const idx = defineDataset<IdxDataset>({
  type: 'idx',
  schema: schemas.idx,
  describe(config, context) {
    const { range, limit, channelsFirst, flip } = config;
    // Read by need, since each level is looked at once.
    const images = openIdx(dataPath(context, config.images, 'images'), limit, 0);
    const stored = fileImageShape(images.file, images.shape, channelsFirst);
    const count = Math.min(images.shape[0] ?? 0, limit ?? Infinity);
    return {
      shape: deliveredShape(stored, config),
      range,
      flip,
      count,
      ...describeClasses(config, context, count),
      warnings: warningsOf(images, config),
    };
  },
  open(config, context) {
    const { labels, limit } = config;
    const images = openIdx(dataPath(context, config.images, 'images'), limit);
    const array = labels === null ? null : readIdx(dataPath(context, labels, 'labels'));
    const dataset = imageDataset(images, array && { array }, { ...config, classes: null });
    const warnings = [...(dataset.warnings ?? []), ...warningsOf(images, config)];
    return { ...dataset, warnings };
  },
});

function describeClasses(
  { labels }: Options,
  context: DatasetContext,
  count: number,
): Pick<DatasetDescription, 'classes' | 'classList'> {
  if (labels === null) return { classes: null };
  const { data } = readIdx(dataPath(context, labels, 'labels'));
  const { list } = classesOf(data.subarray(0, count));
  return { classes: list.length, classList: list };
}

function warningsOf({ file, data }: StoredArray, { bounds }: Options): readonly DatasetWarning[] {
  return [
    ...checkLevels(file, levelExtent(data), bounds),
    ...byNeedWarning(`${file}: its bytes`, data.length, 'the file'),
  ];
}
