/** Axes of the samples of an array: their sizes as asked for, and channels moved from the first place to the last. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import { refuseReordered } from './reorderedAxes.js';

/** Sizes that an axis of channels has. */
const channelSizes = [1, 3, 4];
/** Place of warnings of the option. */
const pointer = '/data/channelsFirst';
/** Height or width up to which an axis may be one of channels. */
const maxChannels = 4;

/**
 * Shape of one sample as it stands in the file.
 * @param array Shape of the whole array. @param asked The option `shape`; null for the array's own.
 * @throws GanspecError GAN430 for another number of numbers, and for the own sizes in another order
 */
export function storedShape(
  file: string,
  [, ...own]: Shape,
  asked: readonly number[] | null,
): Shape {
  // A one-dimensional array holds one number per sample.
  const found = own.length === 0 ? [1] : own;
  if (asked === null) return found;
  if (sizeOf(asked) === sizeOf(found)) {
    refuseReordered(file, found, asked);
    return asked;
  }
  throw new GanspecError(
    'GAN430',
    exitCodes.spec,
    `[${asked.join(', ')}] has ${sizeOf(asked)} numbers, and a sample of ${file} has ${sizeOf(found)}, [${found.join(', ')}]`,
    imageShapes(sizeOf(found)),
    '/data/shape',
  );
}

/** Square images with so many numbers, for a hint. */
function imageShapes(size: number): string {
  const shapes = channelSizes.flatMap((channels) => {
    const side = Math.sqrt(size / channels);
    return Number.isInteger(side) ? [`[${side}, ${side}, ${channels}]`] : [];
  });
  const examples = shapes.length > 0 ? `, such as ${shapes.join(' or ')}` : '';
  return `write sizes whose product is ${size}${examples}`;
}

/** Shape of a sample with its first axis at the end. */
export function channelsLast([first = 1, ...rest]: Shape): Shape {
  return [...rest, first];
}

/**
 * Warning of samples that the option `channelsFirst` is hardly right for.
 * @param shape Of a sample in the file.
 */
export function channelDoubts(file: string, shape: Shape): readonly DatasetWarning[] {
  const [first = 1, second = 1, last = second] = shape;
  const text = `[${shape.join(', ')}]`;
  if (shape.length < 2) {
    const wayOut =
      'Remove it; or, where they are images, set "shape" to [channels, height, width].';
    return idle(`the samples of ${file}, ${text}, have one axis`, wayOut);
  }
  const taken = `are read as ${first} channels of ${[second, ...(shape.length > 2 ? [last] : [])].join('×')} numbers`;
  const message = (looks: string): string =>
    `the samples of ${file}, ${text}, look like images ${looks}: by "channelsFirst" they ${taken}`;
  if (shape.length === 2 && looksGrey(first, second)) {
    return [
      {
        code: 'GAN313',
        message: message('without an axis of channels'),
        hint: `Set "shape": [1, ${first}, ${second}], or remove "channelsFirst".`,
        pointer,
      },
    ];
  }
  const isLast = shape.length === 3 && first > maxChannels && channelSizes.includes(last);
  if (!isLast || second <= maxChannels) return [];
  return [
    {
      code: 'GAN313',
      message: message('with channels last'),
      hint: 'Remove "channelsFirst".',
      pointer,
    },
  ];
}

/** The same warning for images, which may have no axis of channels: then the option does nothing. */
export function imageChannelDoubts(file: string, shape: Shape): readonly DatasetWarning[] {
  return shape.length === 2
    ? idle(`the samples of ${file}, [${shape.join(', ')}], have no axis of channels`, 'Remove it.')
    : channelDoubts(file, shape);
}

function idle(why: string, hint: string): readonly DatasetWarning[] {
  return [{ code: 'GAN308', message: `"channelsFirst" has no effect: ${why}`, hint, pointer }];
}

/** True for two axes that are hardly one of channels and one of time. */
function looksGrey(height: number, width: number): boolean {
  const [short, long] = [Math.min(height, width), Math.max(height, width)];
  return short > maxChannels && long <= 2 * short;
}

/** Place in a stored sample of each number of a sample of this shape, which has its channels last. */
export function placesOfChannels(shape: Shape): Uint32Array {
  const channels = shape.at(-1) ?? 1;
  const plane = sizeOf(shape) / channels;
  return Uint32Array.from(
    { length: sizeOf(shape) },
    (_, i) => (i % channels) * plane + Math.floor(i / channels),
  );
}
