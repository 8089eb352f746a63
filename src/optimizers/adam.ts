import { schema, type AdamOptimizer } from '../generated/optimizers/adam.js';
import { defineOptimizer } from '../registry/define.js';
import { tf } from '../tf.js';

/**
 * Adam, with epsilon outside the root as in tfjs and PyTorch (Keras divides by √v + ε before the bias correction).
 *
 *   m ← m + (1 − β₁)·(g − m),   v ← v + (1 − β₂)·(g² − v)
 *   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ),   θ ← θ − learningRate · m̂ / (√v̂ + ε)
 *
 * Multiplied by c = √(1 − β₂ᵗ), the quotient is m / (√v + ε·c) · c / (1 − β₁ᵗ): so the bias correction costs nothing
 * for each number. Where a schedule drives a beta, its power is that of its present value.
 *
 * @source Kingma & Ba 2015, arXiv:1412.6980, Algorithm 1 and the end of section 2
 */
export const adam = defineOptimizer<
  AdamOptimizer,
  'm' | 'v',
  'stepSize' | 'gradientShare' | 'squareShare' | 'epsilon'
>({
  type: 'adam',
  schema,
  slots: ['m', 'v'],
  scalars: ({ learningRate, beta1, beta2, epsilon }, update) => {
    const correction = Math.sqrt(1 - beta2 ** update);
    return {
      stepSize: (learningRate * correction) / (1 - beta1 ** update),
      gradientShare: 1 - beta1,
      squareShare: 1 - beta2,
      epsilon: epsilon * correction,
    };
  },
  update: (parameter, gradient, slots, { stepSize, gradientShare, squareShare, epsilon }) => {
    const m = tf.add(slots.m, tf.mul(gradientShare, tf.sub(gradient, slots.m)));
    const v = tf.add(slots.v, tf.mul(squareShare, tf.sub(tf.square(gradient), slots.v)));
    const step = tf.mul(stepSize, tf.div(m, tf.add(tf.sqrt(v), epsilon)));
    return { parameter: tf.sub(parameter, step), slots: { m, v } };
  },
});
