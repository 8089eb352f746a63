import type { Shape } from '../../ir/tensorType.js';
import type { StreamAddress } from '../../random/stream.js';
import { WordStream } from '../../random/wordStream.js';

/**
 * Mirrors each image of a batch in place, left for right, with a chance of ½.
 * @param shape `[count, height, width, channels]`
 * @param at Address of the random numbers, one for each image.
 */
export function mirrorSome(data: Float32Array, shape: Shape, at: StreamAddress): void {
  const [count = 0, , width = 0, channels = 0] = shape;
  const size = data.length / count;
  const words = new WordStream(at);
  for (let i = 0; i < count; i++) {
    if (words.below(2) === 1) mirror(data.subarray(i * size, (i + 1) * size), width, channels);
  }
}

function mirror(image: Float32Array, width: number, channels: number): void {
  const original = image.slice();
  for (let i = 0; i < image.length; i++) {
    const column = Math.floor(i / channels) % width;
    image[i] = original[i + (width - 1 - 2 * column) * channels] ?? 0;
  }
}
