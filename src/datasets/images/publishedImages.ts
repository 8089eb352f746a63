/** Published data sets in the four-file layout of MNIST: images and labels, for training and for testing. */
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { LoadedDataset, DatasetDescription } from '../../entries/dataset.js';
import { imageDataset, type Selection } from './imageDataset.js';
import { describeClasses, publishedClasses } from './publishedClasses.js';
import { concatenated, type ByteArray } from '../formats/byteArray.js';
import { bytesInMemory } from '../shared/bytes.js';
import { isFile } from '../shared/dataFile.js';
import { deliveredShape, type ImageForm } from './imageForm.js';
import { readIdx } from '../formats/readIdx.js';

/** A part of the data set, which is published as files of its own. */
type SplitPart = 'train' | 'test';
/** The images of one part, or those of both. */
export type Split = SplitPart | 'all';

/** The parts that make up a split, in this order. */
function partsOf(split: Split): readonly [SplitPart, ...SplitPart[]] {
  return split === 'all' ? ['train', 'test'] : [split];
}

/** Known properties of a published set of images `[28, 28, 1]`. */
export interface PublishedImages {
  /** Name for messages. */
  readonly title: string;
  /** Names of the classes, from class 0 on. */
  readonly classNames: readonly string[];
  /** Number of images of each class, from class 0 on, to verify the files. */
  readonly classCounts: Readonly<Record<SplitPart, readonly number[]>>;
  /** Full sentence with all ways to provide the files, for messages. */
  readonly howToGet: string;
}

export interface PublishedOptions extends Selection, ImageForm {
  readonly split: Split;
}

const fileNames = {
  train: { images: 'train-images', labels: 'train-labels' },
  test: { images: 't10k-images', labels: 't10k-labels' },
} as const;

/** Description of the data set, without access to its files. */
export function describePublished(
  set: PublishedImages,
  options: PublishedOptions,
): DatasetDescription {
  const { split, limit, range, flip } = options;
  const parts = partsOf(split).map((part) => set.classCounts[part]);
  const counts = set.classNames.map((_, label) => sum(parts.map((part) => part[label] ?? 0)));
  return {
    shape: deliveredShape([28, 28, 1], options),
    range,
    flip,
    ...describeClasses(publishedClasses(set.classNames, counts, options), limit),
  };
}

/**
 * Reads each part from the first folder that has both its images and its labels.
 * @throws GanspecError GAN400 if no folder has them, GAN406 if they belong to another set; errors of `readIdx`.
 */
export function openPublished(
  set: PublishedImages,
  folders: readonly string[],
  options: PublishedOptions,
): LoadedDataset {
  const [first, ...others] = partsOf(options.split);
  const part = readPart(set, folders, first);
  const rest = others.map((other) => readPart(set, folders, other));
  const images = concatenated(part.images, ...rest.map(({ images }) => images));
  const labels = concatenated(part.labels, ...rest.map(({ labels }) => labels));
  const stored = { ...images, data: bytesInMemory(images.data) };
  return imageDataset(stored, { data: labels.data, names: set.classNames }, options);
}

function readPart(
  set: PublishedImages,
  folders: readonly string[],
  part: SplitPart,
): { readonly images: ByteArray; readonly labels: ByteArray } {
  const found = findImagesAndLabels(folders, part);
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
  checkPart(set, part, images, labels);
  return { images, labels };
}

function findImagesAndLabels(
  folders: readonly string[],
  part: SplitPart,
): { images: string; labels: string } | undefined {
  for (const folder of folders) {
    const images = findFile(folder, fileNames[part].images, 3);
    const labels = findFile(folder, fileNames[part].labels, 1);
    if (images !== undefined && labels !== undefined) return { images, labels };
  }
  return undefined;
}

/** Path of a file, plain or gzipped. Some archives write a dot for the hyphen, and contain folders of the original names. */
function findFile(folder: string, stem: string, axes: number): string | undefined {
  const names = [`${stem}-idx${axes}-ubyte`, `${stem}.idx${axes}-ubyte`];
  const paths = names.flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)]);
  return paths.find(isFile);
}

function checkPart(
  set: PublishedImages,
  part: SplitPart,
  images: ByteArray,
  labels: ByteArray,
): void {
  const counts = set.classCounts[part];
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
