import { schemas, type ImageFolderDataset } from '../generated/datasets.js';
import { defineDataset, type DatasetWarning } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { byNeedWarning } from './shared/byNeed.js';
import { dataError } from './shared/dataFile.js';
import { locateData } from './shared/dataPath.js';
import { leftOutWarning } from './shared/leftOut.js';
import { checkDecoder, type ImageSize } from './images/decodeImages.js';
import { imageBytes } from './images/cacheFile.js';
import { cachedImages, cacheFolder } from './images/imageCache.js';
import { imageDataset } from './images/imageDataset.js';
import { convertImages, findImages, type ImageFiles } from './images/imageFiles.js';
import { limitFiles } from './images/limitFiles.js';
import { imageWarnings, skippedText } from './images/imageWarnings.js';
import { checkLevels } from './images/levels.js';
import { withMirrorCounts } from './images/withMirrorImages.js';
import { namedClasses } from './shared/classes.js';
import { classSource } from './shared/classSource.js';
import { checkBounds } from './shared/bounds.js';

type Options = HostConfig<ImageFolderDataset>;

/** User-provided images in files of the formats that sharp decodes. */
export const imageFolder = defineDataset<ImageFolderDataset>({
  type: 'imageFolder',
  schema: schemas.imageFolder,
  describe(config, context) {
    const location = locateData(context, config.folder, 'folder');
    const found = limitFiles(findImages(location, classSource(config, context)), config.limit);
    const { files, classes } = found;
    checkDecoder();
    const { height, width, channels } = imageSize(config);
    if (config.bounds) checkBounds(config.bounds);
    const labels = files.map(({ label }) => label);
    const description = {
      shape: [height, width, channels],
      range: config.range,
      count: files.length,
      classes: classes?.length ?? null,
      ...(classes && { classList: namedClasses(classes, null, labels).list }),
      warnings: warningsOf(location.path, found, imageSize(config)),
    };
    return config.flip ? withMirrorCounts(description) : description;
  },
  outline(config) {
    const { height, width, channels } = imageSize(config);
    return { shape: [height, width, channels], range: config.range };
  },
  async open(config, context) {
    const location = locateData(context, config.folder, 'folder');
    const found = limitFiles(findImages(location, classSource(config, context)), config.limit);
    const { files, classes } = found;
    const { path: folder } = location;
    const size = imageSize(config);
    refuseLarge(folder, size);
    const paths = files.map(({ path }) => path);
    const { data, kept, skipped, extent } = await cachedImages(paths, size);
    if (kept.length === 0) {
      throw dataError('GAN411', `${folder}: no image can be used: ${skippedText(skipped)}`);
    }
    const shape = [kept.length, size.height, size.width, size.channels];
    const labels = Uint32Array.from(kept, (index) => files[index]?.label ?? 0);
    const stored = { file: folder, shape, data };
    const dataset = imageDataset(
      stored,
      classes && {
        array: { file: folder, shape: [kept.length], data: labels },
        names: classes,
      },
      { ...config, resize: null, classes: null, limit: null },
    );
    const warnings = [
      ...warningsOf(folder, found, size),
      ...imageWarnings(folder, found, { kept, skipped }),
      ...checkLevels(folder, extent, config.bounds),
    ];
    return { ...dataset, warnings };
  },
});

function imageSize({ size, channels }: Options): ImageSize {
  const [height = 1, width = height] = typeof size === 'number' ? [size] : size;
  return { height, width, channels };
}

/** Warnings that are known before any image is decoded. */
function warningsOf(folder: string, found: ImageFiles, size: ImageSize): readonly DatasetWarning[] {
  const { length: count } = found.files;
  const what = `${folder}: ${count} decoded images of [${size.height}, ${size.width}, ${size.channels}]`;
  return [
    ...leftOutWarning(folder, found, convertImages),
    ...byNeedWarning(what, count * imageBytes(size), `their cache in ${cacheFolder()}`),
  ];
}

/** Upper bound on the bytes of one decoded image. */
const maxImageBytes = 2 ** 28;

/** @throws GanspecError GAN405 for a size beyond that of any image that is decoded. */
function refuseLarge(folder: string, size: ImageSize): void {
  const bytes = imageBytes(size);
  if (bytes <= maxImageBytes) return;
  throw dataError(
    'GAN405',
    `${folder}: an image of [${size.height}, ${size.width}, ${size.channels}] has ${bytes} bytes, over 256 MiB`,
    'Choose a smaller "size".',
  );
}
