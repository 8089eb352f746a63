import { schemas, type AdamOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';
import { momentScalars, updatedMoments } from './shared/moments.js';

/**
 * Adam, with epsilon outside the square root as in tfjs and PyTorch (Keras divides by √v + ε before the bias correction).
 *
 *   m ← m + (1 − β₁)·(g − m),   v ← v + (1 − β₂)·(g² − v)
 *   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ),   θ ← θ − learningRate · m̂ / (√v̂ + ε)
 *
 * With `amsgrad` the maximum of v over all updates replaces v in v̂, as in PyTorch and Keras.
 *
 * @source Kingma & Ba 2015, arXiv:1412.6980, Algorithm 1 and the end of section 2; Reddi, Kale, Kumar 2018,
 *   arXiv:1904.09237, Algorithm 2
 */
export const adam = defineOptimizer<
  AdamOptimizer,
  'm' | 'v',
  'stepSize' | 'gradientShare' | 'squareShare' | 'epsilon',
  'vMax'
>({
  type: 'adam',
  schema: schemas.adam,
  slots: ({ amsgrad }) => (amsgrad ? ['m', 'v', 'vMax'] : ['m', 'v']),
  scalars: ({ learningRate, ...decays }, update) => {
    const { correction, ...numbers } = momentScalars(decays, update);
    return { stepSize: learningRate * correction, ...numbers };
  },
  update: (parameter, gradient, { vMax, ...moments }, { stepSize, epsilon, ...shares }) => {
    const { m, v } = updatedMoments(gradient, moments, shares);
    const max = vMax && tf.maximum(vMax, v);
    const step = tf.mul(stepSize, tf.div(m, tf.add(tf.sqrt(max ?? v), epsilon)));
    return {
      parameter: tf.sub(parameter, step),
      slots: { m, v, ...(max && { vMax: max }) },
    };
  },
});
