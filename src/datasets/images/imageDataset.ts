/** Data sets of byte images. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { DatasetWarning, LoadedDataset, SampleClass } from '../../entries/dataset.js';
import type { StoredArray } from '../formats/byteArray.js';
import { namedClasses, type Classes } from '../shared/classes.js';
import { listText } from '../shared/listText.js';
import { deliveredShape, imageWriter, type ImageForm } from './imageForm.js';

/** Selection of images: those of some classes (null for all), and of these the first `limit` (null for all). */
export interface Selection {
  readonly classes: readonly number[] | null;
  readonly limit: number | null;
}

/** Labels of images. */
export interface ImageLabels {
  readonly data: Uint8Array | Uint32Array;
  /** Names of all labels from 0 on. */
  readonly names: readonly string[];
}

/**
 * Shape of one image of a file, `[height, width, channels]`.
 * @param shape Shape of the file's array, `[count, height, width]` or `[count, height, width, channels]`.
 * @param channelsFirst True for `[count, channels, height, width]`.
 * @throws GanspecError GAN402 for any other number of axes.
 */
export function fileImageShape(file: string, shape: Shape, channelsFirst = false): Shape {
  const [, height, width, channels = 1] =
    channelsFirst && shape.length === 4 ? shape.toSpliced(1, 1).concat(shape[1] ?? 1) : shape;
  if (height === undefined || width === undefined || shape.length > 4) {
    const last = channelsFirst
      ? '[count, channels, height, width]'
      : '[count, height, width, channels]';
    const axes = `[count, height, width] or ${last}`;
    throw new GanspecError(
      'GAN402',
      exitCodes.data,
      `${file}: holds an array [${shape.join(', ')}], not images ${axes}`,
    );
  }
  return [height, width, channels];
}

/**
 * Data set that serves selected images with the requested size and range.
 * @throws GanspecError GAN402 if the array does not hold images.
 */
export function imageDataset(
  images: StoredArray,
  labels: ImageLabels | null,
  options: Selection & ImageForm,
): LoadedDataset {
  const stored = fileImageShape(images.file, images.shape, options.channelsFirst);
  const bytes = sizeOf(stored);
  const shape = deliveredShape(stored, options);
  const size = sizeOf(shape);
  const write = imageWriter(stored, options);
  const classOf = labels?.data ?? new Uint8Array();
  const selected = selectIndices(images.shape[0] ?? 0, classOf, options);
  const classes = labels && selectedClasses(selected, labels, options.classes);
  return {
    shape,
    range: options.range,
    flip: options.flip,
    count: selected.length,
    classes: classes?.list.length ?? null,
    ...(classes && { classList: classes.list, warnings: emptyClasses(images.file, classes.list) }),
    read(indices, out) {
      for (let i = 0; i < indices.length; i++) {
        const start = (selected[indices[i] ?? 0] ?? 0) * bytes;
        write(images.data.at(start, bytes), out.subarray(i * size, (i + 1) * size));
      }
    },
    ...(classes && {
      readLabels(indices: ArrayLike<number>, out: Int32Array) {
        for (let i = 0; i < indices.length; i++) {
          const label = classOf[selected[indices[i] ?? 0] ?? 0] ?? 0;
          out[i] = classes.indices.get(label) ?? 0;
        }
      },
    }),
  };
}

/** Warning of classes that the selection has no sample of. */
function emptyClasses(file: string, classes: readonly SampleClass[]): readonly DatasetWarning[] {
  const empty = classes.filter(({ count }) => count === 0).map(({ name }) => JSON.stringify(name));
  if (empty.length === 0) return [];
  const message = `${file}: classes without samples: ${listText(empty)}`;
  const hint = 'Raise "limit", or let "classes" list those that have samples.';
  return [{ code: 'GAN419', message, hint }];
}

function selectedClasses(
  selected: Uint32Array,
  { data, names }: ImageLabels,
  classes: Selection['classes'],
): Classes<number> {
  const found = selected.map((index) => data[index] ?? 0);
  return namedClasses(names, classes, found);
}

function selectIndices(
  count: number,
  classOf: Uint8Array | Uint32Array,
  { classes, limit }: Selection,
): Uint32Array {
  const all = Uint32Array.from({ length: count }, (_, index) => index);
  const ofClasses = classes ? all.filter((index) => classes.includes(classOf[index] ?? -1)) : all;
  return limit === null ? ofClasses : ofClasses.slice(0, limit);
}
