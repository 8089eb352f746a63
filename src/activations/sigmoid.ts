import { schemas, type SigmoidActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

/** Logistic function: f(x) = 1 / (1 + e^−x). */
export const sigmoid = defineActivation<SigmoidActivation>({
  type: 'sigmoid',
  schema: schemas.sigmoid,
  apply: (x) => tf.sigmoid(x),
  range: ([low, high]) => [1 / (1 + Math.exp(-low)), 1 / (1 + Math.exp(-high))],
});
