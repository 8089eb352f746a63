import { schemas, type LeakyReLUActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { leakyRelu, leakyReluRange } from '../ops/leakyRelu.js';

/**
 * Leaky rectifier: f(x) = gain · x if x > 0, else gain · alpha · x.
 *
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"
 */
export const leakyReLU = defineActivation<LeakyReLUActivation>({
  type: 'leakyReLU',
  schema: schemas.leakyReLU,
  apply: (x, { alpha, gain }) => leakyRelu(x, alpha, gain),
  range: (input, { alpha, gain }) => leakyReluRange(input, alpha, gain),
});
