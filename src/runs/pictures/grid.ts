/** Puts images side by side into one picture. */
import { InternalError } from '../../diagnostics/errors.js';
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import type { Picture } from './png.js';

/** Pixels between images and around them. */
const gap = 2;
/** Grey of the gaps: neither the black nor the white of an image. */
const gapLevel = 96;

/**
 * A near-square grid of images, row by row: ⌈√count⌉ columns.
 * @param images Values in the range: v becomes the byte 255·(v − low)/(high − low), rounded; what lies outside is clipped, NaN is black.
 * @param shape `[count, height, width, channels]` with 1 or 3 channels.
 */
export function imageGrid(images: Float32Array, shape: Shape, [low, high]: Interval): Picture {
  const [count = 0, height = 0, width = 0, channels] = shape;
  if (channels !== 1 && channels !== 3) {
    throw new InternalError(`images of shape [${shape.join(', ')}] have no picture`);
  }
  const columns = Math.ceil(Math.sqrt(count));
  const stride = (columns * (width + gap) + gap) * channels;
  const gridHeight = Math.ceil(count / columns) * (height + gap) + gap;
  // A clamped array rounds and clips what is written to it.
  const pixels = new Uint8ClampedArray(gridHeight * stride).fill(gapLevel);
  for (let image = 0; image < count; image++) {
    const top = gap + Math.floor(image / columns) * (height + gap);
    const left = (gap + (image % columns) * (width + gap)) * channels;
    for (let y = 0; y < height; y++) {
      const from = (image * height + y) * width * channels;
      const row = images.subarray(from, from + width * channels);
      pixels.set(
        row.map((value) => (255 * (value - low)) / (high - low)),
        (top + y) * stride + left,
      );
    }
  }
  return { width: stride / channels, height: gridHeight, channels, pixels };
}
