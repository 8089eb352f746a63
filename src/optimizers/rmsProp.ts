import { schemas, type RmsPropOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';

/**
 * RMSProp, with epsilon outside the square root as in PyTorch (tfjs has it inside).
 *
 *   v ← v + (1 − ρ)·(g² − v),   a ← a + (1 − ρ)·(g − a)
 *   d = g / (√v + ε), or g / (√(v − a²) + ε) if `centered`
 *   u ← momentum·u + d,   θ ← θ − learningRate · u
 *
 * ρ = 0.9 is the default of the lecture, tfjs and Keras; PyTorch calls it alpha and uses 0.99. The mean a is kept only
 * if `centered`, the velocity u only if `momentum` is not 0; as in `sgd`, u does not include the learning rate.
 *
 * @source Tieleman & Hinton 2012, "Neural Networks for Machine Learning", lecture 6.5; Graves 2013, arXiv:1308.0850,
 *   eq. (38) to (40), for centering and momentum
 */
export const rmsProp = defineOptimizer<
  RmsPropOptimizer,
  'v',
  'learningRate' | 'squareShare' | 'epsilon' | 'momentum',
  'mean' | 'velocity'
>({
  type: 'rmsProp',
  schema: schemas.rmsProp,
  slots: ({ centered, momentum }) => [
    'v',
    ...(centered ? ['mean' as const] : []),
    ...(momentum === 0 ? [] : ['velocity' as const]),
  ],
  scalars: ({ learningRate, rho, epsilon, momentum }) => ({
    learningRate,
    squareShare: 1 - rho,
    epsilon,
    momentum,
  }),
  update: (parameter, gradient, slots, { learningRate, squareShare, epsilon, momentum }) => {
    const v = tf.add(slots.v, tf.mul(squareShare, tf.sub(tf.square(gradient), slots.v)));
    const mean =
      slots.mean && tf.add(slots.mean, tf.mul(squareShare, tf.sub(gradient, slots.mean)));
    // Rounding can make v − mean² negative when it should be zero.
    const variance = mean ? tf.maximum(tf.sub(v, tf.square(mean)), 0) : v;
    const direction = tf.div(gradient, tf.add(tf.sqrt(variance), epsilon));
    const velocity = slots.velocity && tf.add(tf.mul(momentum, slots.velocity), direction);
    return {
      parameter: tf.sub(parameter, tf.mul(learningRate, velocity ?? direction)),
      slots: { v, ...(mean && { mean }), ...(velocity && { velocity }) },
    };
  },
});
