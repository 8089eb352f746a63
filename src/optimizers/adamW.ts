import { schemas, type AdamWOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';
import { momentScalars, updatedMoments } from './shared/moments.js';

/**
 * Adam with decoupled weight decay: the decay acts on the parameters directly, not through the gradient.
 *
 *   θ ← θ − learningRate · (m̂ / (√v̂ + ε) + weightDecay · θ),   with m̂ and v̂ of Adam
 *
 * The decay is multiplied by the learning rate, as in PyTorch and Keras (by the schedule multiplier η in the paper).
 * It acts on all trainable parameters, including biases.
 *
 * @source Loshchilov & Hutter 2019, arXiv:1711.05101, Algorithm 2
 */
export const adamW = defineOptimizer<
  AdamWOptimizer,
  'm' | 'v',
  'stepSize' | 'decay' | 'gradientShare' | 'squareShare' | 'epsilon'
>({
  type: 'adamW',
  schema: schemas.adamW,
  slots: () => ['m', 'v'],
  scalars: ({ learningRate, weightDecay, ...decays }, update) => {
    const { correction, ...numbers } = momentScalars(decays, update);
    return {
      stepSize: learningRate * correction,
      decay: learningRate * weightDecay,
      ...numbers,
    };
  },
  update: (parameter, gradient, slots, { stepSize, decay, epsilon, ...shares }) => {
    const { m, v } = updatedMoments(gradient, slots, shares);
    const step = tf.mul(stepSize, tf.div(m, tf.add(tf.sqrt(v), epsilon)));
    // Not (1 − decay) · θ: in float32, 1 − decay keeps only the leading digits of a small decay.
    const change = tf.add(step, tf.mul(decay, parameter));
    return { parameter: tf.sub(parameter, change), slots: { m, v } };
  },
});
