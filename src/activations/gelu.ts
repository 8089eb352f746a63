import { schemas, type GeluActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf, type Tensor } from '../tf.js';

/** Minimum of each form, at x = −0.7517915 and −0.7524614, rounded down. */
const minimum = { exact: -0.16997121, approximate: -0.17004076 };

/**
 * Gaussian error linear unit: f(x) = x·Φ(x) = x·(1 + erf(x / √2)) / 2. With `approximate`, as `gelu_new` of tfjs-layers,
 *
 *   f(x) = x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2
 *
 * @source Hendrycks & Gimpel 2016, arXiv:1606.08415, section 2
 */
export const gelu = defineActivation<GeluActivation>({
  type: 'gelu',
  schema: schemas.gelu,
  apply: (x, { approximate }) => {
    const odd = approximate ? tf.tanh(tanhArgument(x)) : tf.erf(tf.mul(x, Math.SQRT1_2));
    return tf.mul(tf.mul(x, 0.5), tf.add(odd, 1));
  },
  // For x ≥ 0, Φ(x) ≥ ½, so f(x) ≥ x / 2; everywhere f(x) ≤ max(x, 0), and the minimum bounds f below.
  range: ([low, high], { approximate }) => [
    low < 0 ? (approximate ? minimum.approximate : minimum.exact) : low / 2,
    Math.max(high, 0),
  ],
});

/** √(2/π)·(x + 0.044715·x³) */
function tanhArgument(x: Tensor): Tensor {
  const cubic = tf.mul(tf.add(tf.mul(tf.square(x), 0.044715), 1), x);
  return tf.mul(cubic, Math.sqrt(2 / Math.PI));
}
