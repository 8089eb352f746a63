import { schemas, type SgdOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';

/**
 * Gradient descent with momentum μ, as in tfjs and PyTorch.
 *
 *   u ← μ·u + g,   θ ← θ − learningRate · u              (plain)
 *                  θ ← θ − learningRate · (g + μ·u)      (nesterov)
 *
 * Both are θ ← θ − velocityRate·u − gradientRate·g with rates computed on the host, so that one graph serves both.
 *
 * @source Polyak 1964; Sutskever et al. 2013, "On the importance of initialization and momentum in deep learning"
 */
export const sgd = defineOptimizer<
  SgdOptimizer,
  'velocity',
  'momentum' | 'velocityRate' | 'gradientRate'
>({
  type: 'sgd',
  schema: schemas.sgd,
  slots: () => ['velocity'],
  scalars: ({ learningRate, momentum, nesterov }) => ({
    momentum,
    velocityRate: nesterov ? learningRate * momentum : learningRate,
    gradientRate: nesterov ? learningRate : 0,
  }),
  update: (parameter, gradient, slots, { momentum, velocityRate, gradientRate }) => {
    const velocity = tf.add(tf.mul(momentum, slots.velocity), gradient);
    const step = tf.add(tf.mul(velocityRate, velocity), tf.mul(gradientRate, gradient));
    return { parameter: tf.sub(parameter, step), slots: { velocity } };
  },
});
