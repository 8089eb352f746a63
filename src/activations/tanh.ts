import { schemas, type TanhActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

/** Hyperbolic tangent: f(x) = (e^x − e^−x) / (e^x + e^−x). */
export const tanh = defineActivation<TanhActivation>({
  type: 'tanh',
  schema: schemas.tanh,
  apply: (x) => tf.tanh(x),
  range: ([low, high]) => [Math.tanh(low), Math.tanh(high)],
});
