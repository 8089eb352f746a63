import { sizeOf, type Shape } from '../../ir/tensorType.js';

/**
 * Numbers in the unrolled patches of a convolution: for each position, all that its window meets.
 *
 * @param image `[…positions, channels]`, one patch for each position.
 * @param window Sizes of the kernel along the axes of positions.
 * @param channels Channels that the kernel reads at each place of its window.
 */
export function patchNumbers(image: Shape, window: Shape, channels: number, batch: number): number {
  return batch * sizeOf(image.slice(0, -1)) * sizeOf(window) * channels;
}
