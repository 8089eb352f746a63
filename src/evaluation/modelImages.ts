/** Samples in the form of the images that a model reads. */
import type { DatasetDescription } from '../entries/dataset.js';
import type { Interval } from '../entries/interval.js';
import type { SampleRows } from '../entries/metric.js';
import { resizeBilinear } from './resizeBilinear.js';

/** The images of a model. */
export interface ModelImageForm {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** True for `[batch, channels, height, width]`, false for `[batch, height, width, channels]`. */
  readonly channelsFirst: boolean;
  /** The values of black and white. */
  readonly range: Interval;
}

/** The treatment of samples in words: values depend on it. */
export function preprocessingText({ height, width, channels, range }: ModelImageForm): string {
  return `${height} × ${width} × ${channels} by bilinear interpolation with antialiasing, values from ${range[0]} to ${range[1]}`;
}

/**
 * Some samples as images of a model: resized, one channel repeated three times where the model reads three, three averaged
 * with the weights of luminance where it reads one, and brought linearly from the data's range into the model's.
 *
 * @param first Index of the first sample, `count` in all.
 * @source ITU-R BT.601, as Pillow's mode L, for luminance.
 */
export function modelImages(
  { numbers, width: rowLength }: SampleRows,
  { first, count }: { readonly first: number; readonly count: number },
  { shape, range }: DatasetDescription,
  form: ModelImageForm,
): Float32Array {
  const [height = 0, width = 0, channels = 0] = shape;
  const own = numbers.subarray(first * rowLength, (first + count) * rowLength);
  const resized = resizeBilinear(own, [height, width, channels], form);
  const [low, high] = range ?? form.range;
  const [black, white] = form.range;
  const factor = (white - black) / (high - low);
  const places = form.height * form.width;
  const out = new Float32Array(count * places * form.channels);
  for (let pixel = 0; pixel < count * places; pixel += 1) {
    const [image, place] = [Math.floor(pixel / places), pixel % places];
    for (let channel = 0; channel < form.channels; channel += 1) {
      const value = channelOf(resized, pixel, channels, { channel, of: form.channels });
      const at = form.channelsFirst
        ? (image * form.channels + channel) * places + place
        : pixel * form.channels + channel;
      out[at] = black + (value - low) * factor;
    }
  }
  return out;
}

const luminance = [0.299, 0.587, 0.114] as const;

function channelOf(
  values: Float32Array,
  pixel: number,
  channels: number,
  { channel, of }: { readonly channel: number; readonly of: number },
): number {
  if (channels === 1) return values[pixel] ?? 0;
  if (of === 3) return values[pixel * channels + channel] ?? 0;
  return luminance.reduce(
    (sum, weight, i) => sum + weight * (values[pixel * channels + i] ?? 0),
    0,
  );
}
