/** Conversion of byte images to a requested size and range of values. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import { resampling, type ResamplingWeights } from './resampling.js';

/** Options common to all data sets of byte images. */
export interface ImageForm {
  /** Values of the bytes 0 and 255; other bytes are mapped linearly. */
  readonly range: Interval;
  /** `[height, width]`, or one number for both; null for the original size. */
  readonly resize: number | readonly number[] | null;
}

/** Shape of a converted image. @param shape Stored shape, `[height, width, channels]`. */
export function deliveredShape(shape: Shape, { resize }: Pick<ImageForm, 'resize'>): Shape {
  const [height = 0, width = 0, channels = 0] = shape;
  if (resize === null) return [height, width, channels];
  const [rows = 0, columns = rows] = typeof resize === 'number' ? [resize] : resize;
  return [rows, columns, channels];
}

/** Converts one image, stored from byte `start` on, into `out`. */
export type ImageWriter = (bytes: Uint8Array, start: number, out: Float32Array) => void;

/**
 * Converter of images of one shape: resized if requested (see `resampling`), then v ↦ low + (high − low)·v/255.
 */
export function imageWriter(shape: Shape, form: ImageForm): ImageWriter {
  const [low, high] = form.range;
  const valueOf = (level: number): number => low + ((high - low) * level) / 255;
  const [height = 0, width = 0, channels = 0] = shape;
  const [rows = 0, columns = 0] = deliveredShape(shape, form);
  if (rows === height && columns === width) {
    const values = Float32Array.from({ length: 256 }, (_, byte) => valueOf(byte));
    const size = sizeOf(shape);
    return (bytes, start, out) => {
      for (let i = 0; i < size; i++) out[i] = values[bytes[start + i] ?? 0] ?? 0;
    };
  }
  const vertical = resampling(height, rows);
  const horizontal = resampling(width, columns);
  const narrow = new Float32Array(height * columns * channels);
  return (bytes, start, out) => {
    for (let y = 0; y < height; y++) {
      const from = bytes.subarray(start + y * width * channels);
      mix(horizontal, channels, from, narrow.subarray(y * columns * channels));
    }
    mix(vertical, columns * channels, narrow, out);
    for (let i = 0; i < out.length; i++) out[i] = clip(valueOf(out[i] ?? 0), low, high);
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
