import { schemas, type EluActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

function value(x: number): number {
  return x > 0 ? x : Math.expm1(x);
}

/**
 * Exponential linear unit: f(x) = x if x > 0, else e^x − 1.
 *
 * @source Clevert, Unterthiner, Hochreiter 2015, arXiv:1511.07289, section 3 with α = 1
 */
export const elu = defineActivation<EluActivation>({
  type: 'elu',
  schema: schemas.elu,
  apply: (x) => tf.elu(x),
  range: ([low, high]) => [value(low), value(high)],
});
