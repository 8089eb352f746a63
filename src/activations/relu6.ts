import { schemas, type Relu6Activation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

function value(x: number): number {
  return Math.min(Math.max(x, 0), 6);
}

/**
 * Rectifier with an upper bound: f(x) = min(max(x, 0), 6).
 *
 * @source Krizhevsky 2010, "Convolutional Deep Belief Networks on CIFAR-10"
 */
export const relu6 = defineActivation<Relu6Activation>({
  type: 'relu6',
  schema: schemas.relu6,
  apply: (x) => tf.relu6(x),
  range: ([low, high]) => [value(low), value(high)],
});
