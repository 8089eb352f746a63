import { schema, type OptimisticAdamOptimizer } from '../generated/optimizers/optimisticAdam.js';
import { defineOptimizer } from '../entries/define.js';
import { tf } from '../tf.js';
import { momentNumbers, nextMoments } from './shared/moments.js';

/**
 * Optimistic Adam: takes the last direction to foretell the next one, which damps the circling of two players.
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
  schema,
  slots: () => ['m', 'v', 'direction'],
  scalars: ({ learningRate, ...decays }, update) => ({
    learningRate,
    ...momentNumbers(decays, update),
  }),
  update: (parameter, gradient, slots, { learningRate, correction, epsilon, ...shares }) => {
    const { m, v } = nextMoments(gradient, slots, shares);
    const direction = tf.mul(correction, tf.div(m, tf.add(tf.sqrt(v), epsilon)));
    const step = tf.mul(learningRate, tf.sub(tf.mul(2, direction), slots.direction));
    return { parameter: tf.sub(parameter, step), slots: { m, v, direction } };
  },
});
