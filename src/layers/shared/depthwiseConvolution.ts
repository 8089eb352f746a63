/** Depthwise convolution: each channel is convolved separately. */
import { tf, type Tensor, type Tensor4D } from '../../tf.js';
import { tapsAlong } from './taps.js';
import type { ImageWindows } from './window.js';

/**
 * Depthwise convolution with zero padding:
 * y[b, i, j, c · multiplier + m] = Σ over the window of x[b, …, c] · kernel[…, c, m].
 *
 * @param images `[batch, height, width, channels]`
 * @param kernel `[height, width, channels, multiplier]`
 */
export function convolveDepthwise(
  images: Tensor4D,
  kernel: Tensor4D,
  [vertical, horizontal]: ImageWindows,
): Tensor4D {
  const [height, width, channels, multiplier] = kernel.shape;
  const taps = tapsAlong(images, 1, vertical, 0).flatMap((row) => tapsAlong(row, 2, horizontal, 0));
  const factors = tf.reshape(kernel, [height * width, channels, multiplier]);
  const products = taps.map((tap, index) => {
    const factor = tf.slice(factors, [index, 0, 0], [1, channels, multiplier]);
    return tf.mul<Tensor>(tf.reshape(tap, [-1, channels, 1]), factor);
  });
  const [batch, outHeight = 1, outWidth = 1] = taps[0]?.shape ?? [];
  const sum = products.reduce((total, product) => tf.add(total, product));
  return tf.reshape(sum, [batch ?? 1, outHeight, outWidth, channels * multiplier]);
}
