import { schemas, type ImageFolderDataset } from '../generated/datasets.js';
import {
  defineDataset,
  type DatasetContext,
  type DatasetWarning,
  type SampleClass,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { byNeedWarning } from './shared/byNeed.js';
import { dataError } from './shared/dataFile.js';
import { evenly } from './shared/evenly.js';
import { locateData } from './shared/dataPath.js';
import { listText } from './shared/listText.js';
import { leftOutWarning } from './shared/leftOut.js';
import type { ImageSize } from './images/decodeImages.js';
import { checkSharp } from '../sharp.js';
import { imageBytes } from './images/cacheFile.js';
import { cachedImages, cacheFolder } from './images/imageCache.js';
import { imageDataset } from './images/imageDataset.js';
import { convertImages, findImages, type ImageFiles } from './images/imageFiles.js';
import { imageWarnings, skippedText } from './images/imageWarnings.js';
import { checkLevels } from './images/levels.js';
import { namedClasses, scarceClasses } from './shared/classes.js';
import { classSource } from './shared/classSource.js';
import { checkBounds } from './shared/bounds.js';

type Options = HostConfig<ImageFolderDataset>;

/** User-provided images in files of the formats that sharp decodes. */
export const imageFolder = defineDataset<ImageFolderDataset>({
  type: 'imageFolder',
  schema: schemas.imageFolder,
  describe(config, context) {
    const { files, classList, warnings } = findSome(config, context);
    checkSharp('images are decoded');
    const { height, width, channels } = imageSize(config);
    if (config.bounds) checkBounds(config.bounds);
    return {
      shape: [height, width, channels],
      range: config.range,
      flip: config.flip,
      count: files.length,
      classes: classList?.length ?? null,
      ...(classList && { classList }),
      warnings,
    };
  },
  outline(config) {
    const { height, width, channels } = imageSize(config);
    return { shape: [height, width, channels], range: config.range };
  },
  async open(config, context) {
    const found = findSome(config, context);
    const { folder, files, classes } = found;
    const size = imageSize(config);
    refuseLarge(folder, size);
    const paths = files.map(({ path }) => path);
    const { data, kept, skipped, extent } = await cachedImages(paths, size, context.decoding);
    if (kept.length === 0) {
      throw dataError('GAN411', `${folder}: no image can be used: ${skippedText(skipped)}`);
    }
    const shape = [kept.length, size.height, size.width, size.channels];
    const labels = Uint32Array.from(kept, (index) => files[index]?.label ?? 0);
    const stored = { file: folder, shape, data };
    const dataset = imageDataset(stored, classes && { data: labels, names: classes }, {
      ...config,
      resize: null,
      classes: null,
      limit: null,
    });
    const warnings = [
      ...found.warnings,
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

/** Image files up to the limit, and warnings that are known before any is decoded. */
interface ChosenFiles extends ImageFiles {
  readonly folder: string;
  readonly classList: readonly SampleClass[] | null;
  readonly warnings: readonly DatasetWarning[];
}

function findSome(config: Options, context: DatasetContext): ChosenFiles {
  const location = locateData(context, config.folder, 'folder');
  const { path: folder } = location;
  const found = findImages(location, classSource(config, context));
  const files = evenly(found.files, config.limit);
  const labels = files.map(({ label }) => label);
  const classList = found.classes && namedClasses(found.classes, null, labels).list;
  const size = imageSize(config);
  const what = `${folder}: ${files.length} decoded images of [${size.height}, ${size.width}, ${size.channels}]`;
  const warnings = [
    ...leftOutWarning(folder, found, convertImages),
    ...found.doubts,
    ...cutOffClasses(folder, classList ?? []),
    ...scarceClasses(folder, classList ?? []),
    ...byNeedWarning(what, files.length * imageBytes(size), `their cache in ${cacheFolder()}`),
  ];
  return { ...found, folder, files, classList, warnings };
}

/** Warning of classes that the limit leaves no image of. */
function cutOffClasses(folder: string, classes: readonly SampleClass[]): readonly DatasetWarning[] {
  const empty = classes.filter(({ count }) => count === 0);
  if (empty.length === 0) return [];
  const names = listText(empty.map(({ name }) => JSON.stringify(name)));
  const message = `${folder}: classes of which "limit" leaves no image: ${names}`;
  return [{ code: 'GAN419', message, hint: 'Raise "limit".' }];
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
