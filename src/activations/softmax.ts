import { schemas, type SoftmaxActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

/**
 * Softmax over the last axis: f(x)ᵢ = e^(xᵢ − max x) / Σⱼ e^(xⱼ − max x), a form that cannot overflow.
 *
 * @source Bridle 1990, "Probabilistic Interpretation of Feedforward Classification Network Outputs"
 */
export const softmax = defineActivation<SoftmaxActivation>({
  type: 'softmax',
  schema: schemas.softmax,
  acrossLastAxis: true,
  apply: (x) => tf.softmax(x),
  range: () => [0, 1],
});
