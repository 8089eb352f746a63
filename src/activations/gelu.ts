import { schema, type GeluActivation } from '../generated/activations/gelu.js';
import { defineActivation } from '../registry/define.js';
import { tf } from '../tf.js';

/** At x = −0.7517915, rounded down. */
const least = -0.16997121;

/**
 * Gaussian error linear unit, exact: f(x) = x·Φ(x) = x·(1 + erf(x / √2)) / 2 (tfjs-layers' `gelu_new` approximates it).
 *
 * @source Hendrycks & Gimpel 2016, arXiv:1606.08415, section 2
 */
export const gelu = defineActivation<GeluActivation>({
  type: 'gelu',
  schema,
  apply: (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  // From Φ between ½ and 1 above zero; below, from its least value, and that f is negative.
  range: ([low, high]) => [low < 0 ? least : low / 2, Math.max(high, 0)],
});
