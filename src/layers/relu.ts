import { schemas, type ReluLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/**
 * Rectifier: y = max(x, 0).
 *
 * @source Nair & Hinton 2010, "Rectified Linear Units Improve Restricted Boltzmann Machines"
 */
export const relu = defineLayer<ReluLayer>({
  type: 'relu',
  schema: schemas.relu,
  outputShape: (input) => input,
  outputRange: ([low, high]) => [Math.max(low, 0), Math.max(high, 0)],
  apply: (x) => tf.relu(x),
});
