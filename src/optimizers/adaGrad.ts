import { schemas, type AdaGradOptimizer } from '../generated/optimizers.js';
import { defineOptimizer } from '../entries/optimizer.js';
import { tf } from '../tf.js';

/**
 * AdaGrad, with epsilon outside the square root as in PyTorch (tfjs has it inside).
 *
 *   s ← s + g²,   θ ← θ − learningRate · g / (√(initialAccumulatorValue + s) + ε)
 *
 * The slot s starts at zero; the initial value of the sum, 0.1 in tfjs and Keras and 0 in PyTorch, is added when the
 * sum is used.
 *
 * @source Duchi, Hazan, Singer 2011, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization"
 */
export const adaGrad = defineOptimizer<
  AdaGradOptimizer,
  'squares',
  'learningRate' | 'initialSquares' | 'epsilon'
>({
  type: 'adaGrad',
  schema: schemas.adaGrad,
  slots: () => ['squares'],
  scalars: ({ learningRate, initialAccumulatorValue, epsilon }) => ({
    learningRate,
    initialSquares: initialAccumulatorValue,
    epsilon,
  }),
  update: (parameter, gradient, slots, { learningRate, initialSquares, epsilon }) => {
    const squares = tf.add(slots.squares, tf.square(gradient));
    const root = tf.sqrt(tf.add(squares, initialSquares));
    const step = tf.mul(learningRate, tf.div(gradient, tf.add(root, epsilon)));
    return { parameter: tf.sub(parameter, step), slots: { squares } };
  },
});
