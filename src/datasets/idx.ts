import { schemas, type IdxDataset } from '../generated/datasets.js';
import type { HostConfig } from '../entries/config.js';
import { defineDataset, type DatasetContext, type DatasetWarning } from '../entries/dataset.js';
import { byNeedWarning } from './shared/byNeed.js';
import { dataPath } from './shared/dataPath.js';
import { imageDataset, fileImageShape } from './images/imageDataset.js';
import { deliveredShape } from './images/imageForm.js';
import { checkLevels, levelExtent } from './images/levels.js';
import type { StoredArray } from './formats/byteArray.js';
import { arrayClasses, noClasses, type ArrayClasses } from './formats/arrayClasses.js';
import { imageChannelDoubts } from './formats/axes.js';
import { openIdx } from './formats/readIdx.js';

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
    const classes = readClasses(images, config, context);
    return {
      shape: deliveredShape(stored, config),
      range,
      flip,
      count,
      ...classes.described,
      warnings: [...warningsOf(images, config), ...classes.warnings],
    };
  },
  open(config, context) {
    const images = openIdx(dataPath(context, config.images, 'images'), config.limit);
    const dataset = imageDataset(images, null, { ...config, classes: null });
    const classes = readClasses(images, config, context);
    return {
      ...dataset,
      ...classes.described,
      ...classes.reader,
      warnings: [...warningsOf(images, config), ...classes.warnings],
    };
  },
});

/** @throws GanspecError GAN407 for labels that do not fit the images; errors of `openIdx` */
function readClasses(
  { file: images, shape: [count = 0] }: StoredArray,
  { labels, limit }: Options,
  context: DatasetContext,
): ArrayClasses {
  if (labels === null) return noClasses;
  // Read by need, since the file may turn out to hold no labels.
  const { file, shape, data } = openIdx(dataPath(context, labels, 'labels'), null, 0);
  const numbers = (): Float64Array => Float64Array.from(data.at(0, data.length));
  return arrayClasses({ file, shape, numbers }, { file: images, count }, limit);
}

function warningsOf(
  { file, shape: [, ...own], data }: StoredArray,
  { bounds, channelsFirst }: Options,
): readonly DatasetWarning[] {
  return [
    ...(channelsFirst ? imageChannelDoubts(file, own) : []),
    ...checkLevels(file, levelExtent(data), bounds),
    ...byNeedWarning(`${file}: its bytes`, data.length, 'the file'),
  ];
}
