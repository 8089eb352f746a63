import { schemas, type ActivationLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';

/** Elementwise activation: applies the function of the `activation` option, which also determines the output range. */
export const activation = defineLayer<ActivationLayer>({
  type: 'activation',
  schema: schemas.activation,
  outputShape: (input) => input,
  outputRange: (input) => input,
  apply: (x, { activation: chosen }, _weights, context) => context.activate(x, chosen),
});
