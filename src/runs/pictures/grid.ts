/** Puts images side by side into one picture. */
import { InternalError } from '../../diagnostics/errors.js';
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import type { Picture } from './png.js';

/** Pixels between images and around them. */
export const gap = 2;
/** Grey of the gaps: neither the black nor the white of an image. */
const gapLevel = 96;

/** A picture that is being made. */
export type Canvas = Picture & { readonly pixels: Uint8ClampedArray };

/** A grey picture without images. */
export function emptyCanvas(width: number, height: number, channels: 1 | 3): Canvas {
  // A clamped array rounds and clips what is written to it.
  const pixels = new Uint8ClampedArray(width * height * channels).fill(gapLevel);
  return { width, height, channels, pixels };
}

/** Height, width and channels of images `[count, height, width, 1 or 3]`. @throws InternalError for others. */
export function imageSize(shape: Shape): {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
} {
  const [, height = 0, width = 0, channels] = shape;
  if (channels === 1 || channels === 3) return { height, width, channels };
  throw new InternalError(`images of shape [${shape.join(', ')}] have no picture`);
}

/**
 * Paints an image with its top left corner at a place.
 * @param images Values in the range: v becomes the byte 255·(v − low)/(high − low), rounded; what lies outside is clipped, NaN is black.
 * @param index Of the image.
 */
export function paintImage(
  { pixels, width: canvasWidth }: Canvas,
  images: Float32Array,
  shape: Shape,
  [low, high]: Interval,
  { index, left, top }: { readonly index: number; readonly left: number; readonly top: number },
): void {
  const { height, width, channels } = imageSize(shape);
  for (let y = 0; y < height; y++) {
    const from = (index * height + y) * width * channels;
    const row = images.subarray(from, from + width * channels);
    pixels.set(
      row.map((value) => (255 * (value - low)) / (high - low)),
      ((top + y) * canvasWidth + left) * channels,
    );
  }
}

/** The first of the images as a picture of its size, without a frame. Parameters as of `imageGrid`. */
export function singleImage(images: Float32Array, shape: Shape, range: Interval): Picture {
  const { height, width, channels } = imageSize(shape);
  const canvas = emptyCanvas(width, height, channels);
  paintImage(canvas, images, shape, range, { index: 0, left: 0, top: 0 });
  return canvas;
}

/**
 * A near-square grid of images, row by row: ⌈√count⌉ columns.
 * @param images As of `paintImage`.
 * @param shape `[count, height, width, channels]` with 1 or 3 channels.
 */
export function imageGrid(images: Float32Array, shape: Shape, range: Interval): Picture {
  const { height, width, channels } = imageSize(shape);
  const [count = 0] = shape;
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const size = [columns * (width + gap) + gap, rows * (height + gap) + gap] as const;
  const canvas = emptyCanvas(...size, channels);
  for (let index = 0; index < count; index++) {
    const top = gap + Math.floor(index / columns) * (height + gap);
    const left = gap + (index % columns) * (width + gap);
    paintImage(canvas, images, shape, range, { index, left, top });
  }
  return canvas;
}
