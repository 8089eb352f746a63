/** The form in which byte images are delivered: their size and the range of their values. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/entries.js';
import { resampling, type Taps } from './resampling.js';

/** Options that all data sets of byte images share. */
export interface ImageForm {
  /** What the bytes 0 and 255 become; the others lie evenly between. */
  readonly range: Interval;
  /** `[height, width]`, or one number for both; null for the images' own. */
  readonly resize: number | readonly number[] | null;
}

/** Shape of a delivered image. @param shape Of a stored one, `[height, width, channels]`. */
export function formedShape(shape: Shape, { resize }: Pick<ImageForm, 'resize'>): Shape {
  const [height = 0, width = 0, channels = 0] = shape;
  if (resize === null) return [height, width, channels];
  const [rows = 0, columns = rows] = typeof resize === 'number' ? [resize] : resize;
  return [rows, columns, channels];
}

/** Writes one image, stored from byte `start` on, to all of `out`. */
export type ImageWriter = (bytes: Uint8Array, start: number, out: Float32Array) => void;

/**
 * How images of one shape are delivered: resized if asked for (see `resampling`), then
 * v ↦ low + (high − low)·v/255.
 */
export function imageWriter(shape: Shape, form: ImageForm): ImageWriter {
  const [low, high] = form.range;
  const valueOf = (level: number): number => low + ((high - low) * level) / 255;
  const [height = 0, width = 0, channels = 0] = shape;
  const [rows = 0, columns = 0] = formedShape(shape, form);
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

/** Weights add up to 1 only to within rounding. */
function clip(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** out[j] = Σ weight · from[index], for vectors of `size` numbers. */
function mix(taps: Taps, size: number, from: ArrayLike<number>, out: Float32Array): void {
  taps.forEach((sources, j) => {
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (const { index, weight } of sources) sum += weight * (from[index * size + k] ?? 0);
      out[j * size + k] = sum;
    }
  });
}
