import { schema, type GeluActivation } from '../generated/activations/gelu.js';
import { defineActivation } from '../entries/define.js';
import { tf, type Tensor } from '../tf.js';

/** At x = −0.7517915 and −0.7524614, rounded down. */
const least = { exact: -0.16997121, approximate: -0.17004076 };

/**
 * Gaussian error linear unit: f(x) = x·Φ(x) = x·(1 + erf(x / √2)) / 2. With `approximate`, as in tfjs-layers' `gelu_new`,
 *
 *   f(x) = x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2
 *
 * @source Hendrycks & Gimpel 2016, arXiv:1606.08415, section 2
 */
export const gelu = defineActivation<GeluActivation>({
  type: 'gelu',
  schema,
  apply: (x, { approximate }) => {
    const balanced = approximate ? tf.tanh(tangent(x)) : tf.erf(tf.mul(x, Math.SQRT1_2));
    return tf.mul(tf.mul(x, 0.5), tf.add(balanced, 1));
  },
  // From Φ between ½ and 1 above zero; below, from its least value, and that f is negative.
  range: ([low, high], { approximate }) => [
    low < 0 ? (approximate ? least.approximate : least.exact) : low / 2,
    Math.max(high, 0),
  ],
});

/** √(2/π)·(x + 0.044715·x³) */
function tangent(x: Tensor): Tensor {
  const cubic = tf.mul(tf.add(tf.mul(tf.square(x), 0.044715), 1), x);
  return tf.mul(cubic, Math.sqrt(2 / Math.PI));
}
