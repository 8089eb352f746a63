import { schemas, type LeakyReLULayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { leakyRelu, leakyReluRange } from '../ops/leakyRelu.js';

/**
 * Leaky rectifier: y = gain · x if x > 0, else gain · alpha · x.
 *
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"
 */
export const leakyReLU = defineLayer<LeakyReLULayer>({
  type: 'leakyReLU',
  schema: schemas.leakyReLU,
  outputShape: (input) => input,
  outputRange: (input, { alpha, gain }) => leakyReluRange(input, alpha, gain),
  apply: (x, { alpha, gain }) => leakyRelu(x, alpha, gain),
});
