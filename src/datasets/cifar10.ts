import { join } from 'node:path';
import { schemas, type Cifar10Dataset } from '../generated/datasets.js';
import { defineDataset, type DatasetContext } from '../entries/dataset.js';
import { readCifar } from './formats/readCifar.js';
import { bytesInMemory } from './shared/bytes.js';
import { dataError, isFile } from './shared/dataFile.js';
import { dataFolders } from './shared/dataFolders.js';
import { possibleLocations, refuseOutsideLink, type DataLocation } from './shared/dataPath.js';
import { imageDataset } from './images/imageDataset.js';
import { describeClasses, publishedClasses } from './images/publishedClasses.js';
import { deliveredShape } from './images/imageForm.js';

const parts = {
  train: [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`),
  test: ['test_batch.bin'],
} as const;
const files = { ...parts, all: [...parts.train, ...parts.test] } as const;
/** Number of images of each of the ten classes. */
const perClass = { train: 5000, test: 1000, all: 6000 } as const;
/** In the order of `batches.meta.txt`. */
const classNames = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;
/** Name of the folder in the archive. */
const archiveFolder = 'cifar-10-batches-bin';

/** CIFAR-10: colour photographs of 32 × 32 pixels in ten classes. @source Krizhevsky 2009, "Learning multiple layers of features from tiny images" */
export const cifar10 = defineDataset<Cifar10Dataset>({
  type: 'cifar10',
  schema: schemas.cifar10,
  describe(config) {
    const { split, limit, range, flip } = config;
    const counts = classNames.map(() => perClass[split]);
    return {
      shape: deliveredShape([32, 32, 3], config),
      range,
      flip,
      ...describeClasses(publishedClasses(classNames, counts, config), limit),
    };
  },
  open(config, context) {
    const { split } = config;
    const folder = findFolder(locationsOf(config.folder, context), files[split]);
    const { images, labels } = readCifar(folder, files[split], perClass[split]);
    const stored = { ...images, data: bytesInMemory(images.data) };
    return imageDataset(stored, { data: labels.data, names: classNames }, config);
  },
});

function locationsOf(folder: string | null, context: DatasetContext): readonly DataLocation[] {
  const named = folder === null ? [] : possibleLocations(context, folder, 'folder');
  const others = dataFolders(context, 'cifar10').map((path) => ({ path, within: null }));
  return [...named, ...others].flatMap((location) => [
    { option: 'folder', ...location },
    { option: 'folder', ...location, path: join(location.path, archiveFolder) },
  ]);
}

/** The first folder with all files. @throws GanspecError GAN400; GAN408 for a link out of the folder of the spec. */
function findFolder(locations: readonly DataLocation[], files: readonly string[]): string {
  const found = locations.find(({ path }) => files.every((file) => isFile(join(path, file))));
  if (found !== undefined) {
    for (const file of files) refuseOutsideLink(found, join(found.path, file));
    return found.path;
  }
  const folders = locations.map(({ path }) => path);
  throw dataError(
    'GAN400',
    `the files of CIFAR-10 were not found (looked in ${folders.join(', ') || 'no folder'})`,
    `Unpack the "binary version" of https://www.cs.toronto.edu/~kriz/cifar.html, and name the folder that holds ${files[0] ?? ''} with "folder" in the spec, with --data-dir, or in the environment variable GANSPEC_DATA.`,
  );
}
