import { schema, type LeakyReLULayer } from '../generated/layers/leakyReLU.js';
import { defineLayer } from '../registry/define.js';
import { leakyRelu, leakyReluRange } from '../ops/leakyRelu.js';

/**
 * Leaky rectifier: y = x where x > 0, else alpha · x.
 *
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"
 */
export const leakyReLU = defineLayer<LeakyReLULayer>({
  type: 'leakyReLU',
  schema,
  outputShape: (input) => input,
  outputRange: (input, { alpha }) => leakyReluRange(input, alpha),
  apply: (x, { alpha }) => leakyRelu(x, alpha),
});
