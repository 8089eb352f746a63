import { schema, type TanhLayer } from '../generated/layers/tanh.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/** Hyperbolic tangent: y = (e^x − e^−x) / (e^x + e^−x). */
export const tanh = defineLayer<TanhLayer>({
  type: 'tanh',
  schema,
  outputShape: (input) => input,
  outputRange: ([low, high]) => [Math.tanh(low), Math.tanh(high)],
  apply: (x) => tf.tanh(x),
});
