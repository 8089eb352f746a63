import { schemas, type TanhLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/** Hyperbolic tangent: y = (e^x − e^−x) / (e^x + e^−x). */
export const tanh = defineLayer<TanhLayer>({
  type: 'tanh',
  schema: schemas.tanh,
  outputShape: (input) => input,
  outputRange: ([low, high]) => [Math.tanh(low), Math.tanh(high)],
  apply: (x) => tf.tanh(x),
});
