import { schemas, type FashionMnistDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { dataFolders } from './shared/dataFolders.js';
import {
  describePublished,
  openPublished,
  type PublishedImages,
} from './images/publishedImages.js';

/** Folder of the files in the Debian package dataset-fashion-mnist. */
const debianFolder = '/usr/share/datasets/fashion-mnist';

const published: PublishedImages = {
  title: 'Fashion-MNIST',
  classNames: [
    'T-shirt/top',
    'Trouser',
    'Pullover',
    'Dress',
    'Coat',
    'Sandal',
    'Shirt',
    'Sneaker',
    'Bag',
    'Ankle boot',
  ],
  classCounts: { train: Array<number>(10).fill(6000), test: Array<number>(10).fill(1000) },
  howToGet:
    'Name the folder that holds train-images-idx3-ubyte and its three companions (plain or .gz) with --data-dir, or in the environment variable GANSPEC_DATA, or install the Debian package dataset-fashion-mnist.',
};

/** Fashion-MNIST: images of clothing in the format of MNIST. @source Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747 */
export const fashionMnist = defineDataset<FashionMnistDataset>({
  type: 'fashionMnist',
  schema: schemas.fashionMnist,
  describe: (config) => describePublished(published, config),
  open: (config, context) =>
    openPublished(published, [...dataFolders(context, 'fashion-mnist'), debianFolder], config),
});
