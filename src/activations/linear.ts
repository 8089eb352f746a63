import { schemas, type LinearActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';

/** The identity: f(x) = x. */
export const linear = defineActivation<LinearActivation>({
  type: 'linear',
  schema: schemas.linear,
  apply: (x) => x,
  range: (input) => input,
});
