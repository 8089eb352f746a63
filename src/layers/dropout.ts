import { schemas, type DropoutLayer } from '../generated/layers.js';
import { applyDropout, dropoutRange } from '../ops/dropout.js';
import { defineLayer } from '../entries/layer.js';

/**
 * Dropout: in training y = x · keep / (1 − rate), with the random input `keep` ~ Bernoulli(1 − rate) for each value; in
 * inference y = x.
 */
export const dropout = defineLayer<DropoutLayer>({
  type: 'dropout',
  schema: schemas.dropout,
  outputShape: (input) => input,
  outputRange: (input, { rate }) => dropoutRange(input, rate),
  apply: (x, { rate }, _weights, context) => applyDropout(x, x.shape, rate, context),
});
