import { schema, type ActivationLayer } from '../generated/layers/activation.js';
import { defineLayer } from '../entries/define.js';

/** The function of its `activation` option, which also gives the bounds of the values. */
export const activation = defineLayer<ActivationLayer>({
  type: 'activation',
  schema,
  outputShape: (input) => input,
  outputRange: (input) => input,
  apply: (x, { activation: chosen }, _weights, context) => context.activate(x, chosen),
});
