import { schemas, type ReluActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

/**
 * Rectifier: f(x) = max(x, 0).
 *
 * @source Nair & Hinton 2010, "Rectified Linear Units Improve Restricted Boltzmann Machines"
 */
export const relu = defineActivation<ReluActivation>({
  type: 'relu',
  schema: schemas.relu,
  apply: (x) => tf.relu(x),
  range: ([low, high]) => [Math.max(low, 0), Math.max(high, 0)],
});
