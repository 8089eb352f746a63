import { schemas, type SwishActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';
import { rangeWithMinimum } from './shared/rangeWithMinimum.js';

function value(x: number): number {
  return x / (1 + Math.exp(-x));
}

/**
 * Swish with β = 1, also known as SiLU: f(x) = x / (1 + e^−x). Its minimum is −0.278 at x = −1.278.
 *
 * @source Ramachandran, Zoph, Le 2017, arXiv:1710.05941, section 2; Elfwing, Uchibe, Doya 2017, arXiv:1702.03118, eq. (8)
 */
export const swish = defineActivation<SwishActivation>({
  type: 'swish',
  schema: schemas.swish,
  apply: (x) => tf.mul(x, tf.sigmoid(x)),
  range: (input) => rangeWithMinimum(input, value, -1.278464542761074),
});
