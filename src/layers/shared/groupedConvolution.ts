/** Grouped convolution: each group of channels is convolved separately. */
import { tf, type Tensor4D } from '../../tf.js';
import { tapsAlong } from './taps.js';
import type { ImageWindows } from './window.js';

/**
 * Convolution (cross-correlation) in which the g-th part of the output depends on the g-th part of the input, computed
 * as one batch of matrix products, one for each group.
 *
 * @param images `[batch, height, width, in]`
 * @param kernel `[height, width, in / groups, out]`
 */
export function convolveInGroups(
  images: Tensor4D,
  kernel: Tensor4D,
  [vertical, horizontal]: ImageWindows,
  groups: number,
): Tensor4D {
  const [height, width, channels, filters] = kernel.shape;
  const taps = tapsAlong(images, 1, vertical, 0).flatMap((row) => tapsAlong(row, 2, horizontal, 0));
  const [batch = 1, outHeight = 1, outWidth = 1] = taps[0]?.shape ?? [];
  const patches = tf.concat(
    taps.map((tap) => tf.reshape(tap, [-1, groups, channels])),
    2,
  );
  const factors = tf.reshape(kernel, [height * width * channels, groups, filters / groups]);
  const products = tf.matMul(tf.transpose(patches, [1, 0, 2]), tf.transpose(factors, [1, 0, 2]));
  return tf.reshape(tf.transpose(products, [1, 0, 2]), [batch, outHeight, outWidth, filters]);
}
