import { tf, type Tensor } from '../tf.js';

/** From here on the exponential goes on along its tangent: e^40 and its square are float32 numbers, e^89 is none. */
const limit = 40;

/**
 * e^t for t ≤ 40, above that its tangent e^40 · (1 + t − 40): smooth, increasing and convex, with values and
 * gradients that are finite in float32.
 */
export function tangentExp(t: Tensor): Tensor {
  const low = tf.minimum(t, limit);
  return tf.mul(tf.exp(low), tf.add(1, tf.sub(t, low)));
}
