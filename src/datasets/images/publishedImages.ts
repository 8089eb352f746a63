/** Published data sets in the four files of MNIST: images and labels, for training and for testing. */
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { Dataset, DatasetDescription } from '../../entries/entries.js';
import { imageDataset, type Selection } from './imageDataset.js';
import type { ByteArray } from '../formats/byteArray.js';
import { isFile } from '../shared/dataFile.js';
import { formedShape, type ImageForm } from './imageForm.js';
import { readIdx } from '../formats/readIdx.js';

/** The two parts of the data set. */
export type Split = 'train' | 'test';

/** What is known of a published set of images [28, 28, 1]. */
export interface PublishedImages {
  /** As in messages. */
  readonly title: string;
  /** Images of each class, 0 first: how the files are known to be the right ones. */
  readonly classCounts: Readonly<Record<Split, readonly number[]>>;
  /** A full sentence: every way to put the files where they are found. */
  readonly howToGet: string;
}

export interface PublishedOptions extends Selection, ImageForm {
  readonly split: Split;
}

const fileNames = {
  train: { images: 'train-images', labels: 'train-labels' },
  test: { images: 't10k-images', labels: 't10k-labels' },
} as const;

/** What the set will be, without looking for its files. */
export function describePublished(
  set: PublishedImages,
  options: PublishedOptions,
): DatasetDescription {
  const { split, classes, limit, range } = options;
  const counts = set.classCounts[split];
  const wanted = counts.filter((_, label) => classes?.includes(label) ?? true);
  return {
    shape: formedShape([28, 28, 1], options),
    range,
    count: Math.min(sum(wanted), limit ?? Infinity),
    classes: counts.length,
  };
}

/**
 * Reads the set from the first of the folders that has both files.
 * @throws GanspecError GAN400 where none has, GAN406 where they are not this set's, and what `readIdx` throws.
 */
export function openPublished(
  set: PublishedImages,
  folders: readonly string[],
  options: PublishedOptions,
): Dataset {
  const found = findFiles(folders, options.split);
  if (!found) {
    throw new GanspecError(
      'GAN400',
      exitCodes.data,
      `the files of ${set.title} were not found (looked in ${folders.join(', ') || 'no folder'})`,
      set.howToGet,
    );
  }
  const images = readIdx(found.images);
  const labels = readIdx(found.labels);
  checkSet(set, options.split, images, labels);
  const { length: classes } = set.classCounts[options.split];
  return imageDataset(images, { array: labels, classes }, options);
}

function findFiles(
  folders: readonly string[],
  split: Split,
): { images: string; labels: string } | undefined {
  for (const folder of folders) {
    const images = findFile(folder, fileNames[split].images, 3);
    const labels = findFile(folder, fileNames[split].labels, 1);
    if (images !== undefined && labels !== undefined) return { images, labels };
  }
  return undefined;
}

/** Some archives have a dot where the original has a hyphen, and folders of the original names besides. */
function findFile(folder: string, stem: string, axes: number): string | undefined {
  const names = [`${stem}-idx${axes}-ubyte`, `${stem}.idx${axes}-ubyte`];
  const paths = names.flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)]);
  return paths.find(isFile);
}

function checkSet(set: PublishedImages, split: Split, images: ByteArray, labels: ByteArray): void {
  const counts = set.classCounts[split];
  const shape = [sum(counts), 28, 28];
  if (String(images.shape) !== String(shape)) {
    throw new GanspecError(
      'GAN406',
      exitCodes.data,
      `${images.file}: holds [${images.shape.join(', ')}] bytes, where ${set.title} has [${shape.join(', ')}]`,
    );
  }
  const found = counts.map(() => 0);
  for (const label of labels.data) found[label] = (found[label] ?? 0) + 1;
  if (sizeOf(labels.shape) !== shape[0] || String(found) !== String(counts)) {
    throw new GanspecError(
      'GAN406',
      exitCodes.data,
      `${labels.file}: not the labels of ${set.title}`,
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
