import { schemas, type SigmoidLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/** Logistic function: y = 1 / (1 + e^−x). */
export const sigmoid = defineLayer<SigmoidLayer>({
  type: 'sigmoid',
  schema: schemas.sigmoid,
  outputShape: (input) => input,
  outputRange: ([low, high]) => [1 / (1 + Math.exp(-low)), 1 / (1 + Math.exp(-high))],
  apply: (x) => tf.sigmoid(x),
});
