import { schemas, type OptimisticAdamOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';
import { momentScalars, updatedMoments } from './shared/moments.js';

/**
 * Optimistic Adam: predicts the next update from the last one, which damps the oscillations of a two-player game.
 *
 *   uₜ = m̂ₜ / (√v̂ₜ + ε) of Adam,   θ ← θ − 2·learningRate·uₜ + learningRate·uₜ₋₁,   u₀ = 0
 *
 * @source Daskalakis, Ilyas, Syrgkanis, Zeng 2018, arXiv:1711.00141, Algorithm 1
 */
export const optimisticAdam = defineOptimizer<
  OptimisticAdamOptimizer,
  'm' | 'v' | 'direction',
  'learningRate' | 'correction' | 'gradientShare' | 'squareShare' | 'epsilon'
>({
  type: 'optimisticAdam',
  schema: schemas.optimisticAdam,
  slots: () => ['m', 'v', 'direction'],
  scalars: ({ learningRate, ...decays }, update) => ({
    learningRate,
    ...momentScalars(decays, update),
  }),
  update: (parameter, gradient, slots, { learningRate, correction, epsilon, ...shares }) => {
    const { m, v } = updatedMoments(gradient, slots, shares);
    const direction = tf.mul(correction, tf.div(m, tf.add(tf.sqrt(v), epsilon)));
    const step = tf.mul(learningRate, tf.sub(tf.mul(2, direction), slots.direction));
    return { parameter: tf.sub(parameter, step), slots: { m, v, direction } };
  },
});
