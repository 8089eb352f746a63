import { schemas, type ImageFolderDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { dataError, maxFileBytes } from './shared/dataFile.js';
import { locateData } from './shared/dataPath.js';
import { leftOutWarning } from './shared/leftOut.js';
import { checkDecoder, type ImageSize } from './images/decodeImages.js';
import { cachedImages } from './images/imageCache.js';
import { imageDataset } from './images/imageDataset.js';
import { convertImages, findImages, type ImageFiles } from './images/imageFiles.js';
import { imageWarnings, skippedText } from './images/imageWarnings.js';
import { checkLevels, levelExtent } from './images/levels.js';
import { withMirrorCounts } from './images/withMirrorImages.js';
import { namedClasses } from './shared/classes.js';
import { classSource } from './shared/classSource.js';
import { checkBounds } from './shared/bounds.js';
import { bytesInMemory } from './shared/bytes.js';

type Options = HostConfig<ImageFolderDataset>;

/** User-provided images in files of the formats that sharp decodes. */
export const imageFolder = defineDataset<ImageFolderDataset>({
  type: 'imageFolder',
  schema: schemas.imageFolder,
  describe(config, context) {
    const location = locateData(context, config.folder, 'folder');
    const found = findImages(location, classSource(config, context));
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
      warnings: leftOutWarning(location.path, found, convertImages),
    };
    return config.flip ? withMirrorCounts(description) : description;
  },
  outline(config) {
    const { height, width, channels } = imageSize(config);
    return { shape: [height, width, channels], range: config.range };
  },
  async open(config, context) {
    const location = locateData(context, config.folder, 'folder');
    const found = findImages(location, classSource(config, context));
    const { files, classes } = found;
    const { path: folder } = location;
    const size = imageSize(config);
    refuseTooMany(folder, files, size);
    const paths = files.map(({ path }) => path);
    const { data, kept, skipped } = await cachedImages(paths, size);
    if (kept.length === 0) {
      throw dataError('GAN411', `${folder}: no image can be used: ${skippedText(skipped)}`);
    }
    const shape = [kept.length, size.height, size.width, size.channels];
    const labels = Uint32Array.from(kept, (index) => files[index]?.label ?? 0);
    const stored = { file: folder, shape, data: bytesInMemory(data) };
    const dataset = imageDataset(
      stored,
      classes && {
        array: { file: folder, shape: [kept.length], data: labels },
        names: classes,
      },
      { ...config, resize: null, classes: null, limit: null },
    );
    const warnings = [
      ...leftOutWarning(folder, found, convertImages),
      ...imageWarnings(folder, found, { kept, skipped }),
      ...checkLevels(folder, levelExtent(stored.data), config.bounds),
    ];
    return { ...dataset, warnings };
  },
});

function imageSize({ size, channels }: Options): ImageSize {
  const [height = 1, width = height] = typeof size === 'number' ? [size] : size;
  return { height, width, channels };
}

function refuseTooMany(folder: string, files: ImageFiles['files'], size: ImageSize): void {
  const { height, width, channels } = size;
  const bytes = files.length * height * width * channels;
  if (bytes <= maxFileBytes) return;
  throw dataError(
    'GAN405',
    `${folder}: ${files.length} images of [${height}, ${width}, ${channels}] have ${bytes} bytes, over 2 GiB`,
    'Choose a smaller "size", or a folder with fewer images.',
  );
}
