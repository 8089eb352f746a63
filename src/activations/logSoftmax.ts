import { schemas, type LogSoftmaxActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

/**
 * Logarithm of softmax over the last axis: f(x)ᵢ = (xᵢ − max x) − log Σⱼ e^(xⱼ − max x), a form that cannot overflow.
 *
 * @source Bridle 1990, "Probabilistic Interpretation of Feedforward Classification Network Outputs"
 */
export const logSoftmax = defineActivation<LogSoftmaxActivation>({
  type: 'logSoftmax',
  schema: schemas.logSoftmax,
  acrossLastAxis: true,
  apply: (x) => tf.logSoftmax(x),
  range: () => [-Infinity, 0],
});
