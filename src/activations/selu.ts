import { schemas, type SeluActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

const lambda = 1.0507009873554805;
const alpha = 1.6732632423543772;

function value(x: number): number {
  return lambda * (x > 0 ? x : alpha * Math.expm1(x));
}

/**
 * Scaled exponential linear unit: f(x) = λ·x if x > 0, else λ·α·(e^x − 1).
 *
 * @source Klambauer, Unterthiner, Mayr, Hochreiter 2017, arXiv:1706.02515, eq. (2) and the constants of eq. (14)
 */
export const selu = defineActivation<SeluActivation>({
  type: 'selu',
  schema: schemas.selu,
  apply: (x) => tf.selu(x),
  range: ([low, high]) => [value(low), value(high)],
});
