import { tf, type Tensor } from '../tf.js';

/** Start of the tangent. e^40 and its square are finite in float32; e^89 overflows. */
const limit = 40;

/**
 * Exponential without overflow: e^t for t ≤ 40, above that its tangent e^40 · (1 + t − 40). Continuously differentiable,
 * increasing and convex, with values and gradients that are finite in float32.
 */
export function tangentExp(t: Tensor): Tensor {
  const low = tf.minimum(t, limit);
  return tf.mul(tf.exp(low), tf.add(1, tf.sub(t, low)));
}
