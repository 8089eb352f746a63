import { schema, type LinearActivation } from '../generated/activations/linear.js';
import { defineActivation } from '../entries/activation.js';

/** The identity: f(x) = x. */
export const linear = defineActivation<LinearActivation>({
  type: 'linear',
  schema,
  apply: (x) => x,
  range: (input) => input,
});
