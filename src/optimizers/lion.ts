import { schemas, type LionOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';

/**
 * Lion: steps of fixed size, with signs from an interpolation between the gradient and its moving average.
 *
 *   θ ← θ − learningRate · (sign(β₁·m + (1 − β₁)·g) + weightDecay · θ),   m ← β₂·m + (1 − β₂)·g
 *
 * The paper advises a learning rate three to ten times smaller than Adam's. The weight decay is decoupled and acts on
 * all trainable parameters, including biases.
 *
 * @source Chen et al. 2023, arXiv:2302.06675, Algorithm 2
 */
export const lion = defineOptimizer<
  LionOptimizer,
  'm',
  'learningRate' | 'decay' | 'signShare' | 'meanShare'
>({
  type: 'lion',
  schema: schemas.lion,
  slots: () => ['m'],
  scalars: ({ learningRate, weightDecay, beta1, beta2 }) => ({
    learningRate,
    decay: learningRate * weightDecay,
    signShare: 1 - beta1,
    meanShare: 1 - beta2,
  }),
  update: (parameter, gradient, { m }, { learningRate, decay, signShare, meanShare }) => {
    const difference = tf.sub(gradient, m);
    const sign = tf.sign(tf.add(m, tf.mul(signShare, difference)));
    const change = tf.add(tf.mul(learningRate, sign), tf.mul(decay, parameter));
    return {
      parameter: tf.sub(parameter, change),
      slots: { m: tf.add(m, tf.mul(meanShare, difference)) },
    };
  },
});
