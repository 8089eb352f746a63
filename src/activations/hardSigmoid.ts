import { schemas, type HardSigmoidActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

function value(x: number): number {
  return Math.min(Math.max(0.2 * x + 0.5, 0), 1);
}

/**
 * Piecewise linear approximation of the logistic function: f(x) = min(max(0.2·x + 0.5, 0), 1), as in tfjs-layers and
 * Keras 2 (Keras 3 and PyTorch use the slope 1/6).
 *
 * @source Courbariaux, Bengio, David 2015, arXiv:1511.00363, eq. (3), with the slope 1/2
 */
export const hardSigmoid = defineActivation<HardSigmoidActivation>({
  type: 'hardSigmoid',
  schema: schemas.hardSigmoid,
  apply: (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1),
  range: ([low, high]) => [value(low), value(high)],
});
