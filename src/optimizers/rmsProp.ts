import { schema, type RmsPropOptimizer } from '../generated/optimizers/rmsProp.js';
import { defineOptimizer } from '../registry/define.js';
import { tf } from '../tf.js';

/**
 * RMSProp, neither centred nor with momentum, with epsilon outside the root as in PyTorch (tfjs has it inside).
 *
 *   v ← v + (1 − ρ)·(g² − v),   θ ← θ − learningRate · g / (√v + ε)
 *
 * ρ = 0.9 is the lecture's, tfjs's and Keras's default; PyTorch calls it alpha and has 0.99.
 *
 * @source Tieleman & Hinton 2012, "Neural Networks for Machine Learning", lecture 6.5
 */
export const rmsProp = defineOptimizer<
  RmsPropOptimizer,
  'v',
  'learningRate' | 'squareShare' | 'epsilon'
>({
  type: 'rmsProp',
  schema,
  slots: ['v'],
  scalars: ({ learningRate, rho, epsilon }) => ({ learningRate, squareShare: 1 - rho, epsilon }),
  update: (parameter, gradient, slots, { learningRate, squareShare, epsilon }) => {
    const v = tf.add(slots.v, tf.mul(squareShare, tf.sub(tf.square(gradient), slots.v)));
    const step = tf.mul(learningRate, tf.div(gradient, tf.add(tf.sqrt(v), epsilon)));
    return { parameter: tf.sub(parameter, step), slots: { v } };
  },
});
