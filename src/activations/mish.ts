import { schemas, type MishActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';
import { rangeWithMinimum } from './shared/rangeWithMinimum.js';

function value(x: number): number {
  return x * Math.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
}

/**
 * Mish: f(x) = x·tanh(log(1 + e^x)). Its minimum is −0.309 at x = −1.192.
 *
 * @source Misra 2019, arXiv:1908.08681, eq. (1)
 */
export const mish = defineActivation<MishActivation>({
  type: 'mish',
  schema: schemas.mish,
  apply: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  range: (input) => rangeWithMinimum(input, value, -1.192431214515495),
});
