/** Conversion of byte images to a requested size and range of values. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import { interleave } from '../formats/interleave.js';
import { resampling, type ResamplingWeights } from './resampling.js';

/** Options common to all data sets of byte images. */
export interface ImageForm {
  /** Values of the darkest and of the brightest level; others are mapped linearly. */
  readonly range: Interval;
  /** `[height, width]`, or one number for both; null for the original size. */
  readonly resize: number | readonly number[] | null;
  /** True to mirror each image or not, at random, as often as it is drawn for training. */
  readonly flip: boolean;
  /** The darkest and the brightest level; default: 0 and 255. */
  readonly bounds?: Interval | null;
  /** True if images are stored as `[channels, height, width]`; default: `[height, width, channels]`. */
  readonly channelsFirst?: boolean;
}

/** The darkest and the brightest level of bytes. */
export const byteBounds: Interval = [0, 255];

/** Shape of a converted image. @param shape Stored shape, `[height, width, channels]`. */
export function deliveredShape(shape: Shape, { resize }: Pick<ImageForm, 'resize'>): Shape {
  const [height = 0, width = 0, channels = 0] = shape;
  if (resize === null) return [height, width, channels];
  const [rows = 0, columns = rows] = typeof resize === 'number' ? [resize] : resize;
  return [rows, columns, channels];
}

/** Converts a stored image into `out`. */
export type ImageWriter = (bytes: Uint8Array, out: Float32Array) => void;

/**
 * Converter of images of one shape `[height, width, channels]`: resized if requested (see `resampling`), then
 * v ↦ low + (high − low)·(v − darkest)/(brightest − darkest).
 */
export function imageWriter(shape: Shape, form: ImageForm): ImageWriter {
  const { range, channelsFirst = false } = form;
  const [low, high] = range;
  const [darkest, brightest] = form.bounds ?? byteBounds;
  const scale = (high - low) / (brightest - darkest);
  const valueOf = (level: number): number => low + scale * (level - darkest);
  const [height = 0, width = 0, channels = 0] = shape;
  const [rows = 0, columns = 0] = deliveredShape(shape, form);
  const write =
    rows === height && columns === width
      ? byteWriter(valueOf)
      : resizer(shape, [rows, columns], (level) => clip(valueOf(level), low, high));
  if (!channelsFirst || channels === 1) return write;
  const image = new Uint8Array(sizeOf(shape));
  return (bytes, out) => {
    interleave(bytes, channels, image);
    write(image, out);
  };
}

function byteWriter(valueOf: (level: number) => number): ImageWriter {
  const values = Float32Array.from({ length: 256 }, (_, byte) => valueOf(byte));
  return (bytes, out) => {
    for (let i = 0; i < out.length; i++) out[i] = values[bytes[i] ?? 0] ?? 0;
  };
}

function resizer(
  [height = 0, width = 0, channels = 0]: Shape,
  [rows, columns]: readonly [number, number],
  valueOf: (level: number) => number,
): ImageWriter {
  const vertical = resampling(height, rows);
  const horizontal = resampling(width, columns);
  const narrow = new Float32Array(height * columns * channels);
  return (bytes, out) => {
    for (let y = 0; y < height; y++) {
      const from = bytes.subarray(y * width * channels);
      mix(horizontal, channels, from, narrow.subarray(y * columns * channels));
    }
    mix(vertical, columns * channels, narrow, out);
    for (let i = 0; i < out.length; i++) out[i] = valueOf(out[i] ?? 0);
  };
}

/** Clips a value to the range, since resampling weights sum to 1 only up to rounding. */
function clip(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Weighted sums out[j] = Σ weight · from[index] of vectors with `size` numbers. */
function mix(
  weights: ResamplingWeights,
  size: number,
  from: ArrayLike<number>,
  out: Float32Array,
): void {
  weights.forEach((sources, j) => {
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (const { index, weight } of sources) sum += weight * (from[index * size + k] ?? 0);
      out[j * size + k] = sum;
    }
  });
}
