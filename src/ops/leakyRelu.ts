/** Leaky rectifier, shared by the layer and the activation. */
import type { Hyperparameter } from '../entries/config.js';
import type { Interval } from '../entries/interval.js';
import { tf, type Tensor } from '../tf.js';

/**
 * Leaky rectifier: gain · x if x > 0, else gain · alpha · x.
 *
 * @param alpha Slope below zero; a tensor if scheduled.
 * @param gain Factor on all values; a tensor if scheduled.
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"; gain: Karras et al.
 *   2020, arXiv:1912.04958, official code, which uses √2
 */
export function leakyRelu(x: Tensor, alpha: Hyperparameter, gain: Hyperparameter): Tensor {
  const y =
    typeof alpha === 'number'
      ? tf.leakyRelu(x, alpha)
      : tf.add(tf.maximum(x, 0), tf.mul(alpha, tf.minimum(x, 0)));
  return gain === 1 ? y : tf.mul(gain, y);
}

/** Output range of the leaky rectifier, given the range of its input; `alpha` ≥ 0, `gain` > 0. */
export function leakyReluRange([low, high]: Interval, alpha: number, gain: number): Interval {
  // The case alpha = 0 avoids 0 · −∞ = NaN.
  const at = (x: number): number => gain * (alpha === 0 || x > 0 ? Math.max(x, 0) : alpha * x);
  return [at(low), at(high)];
}
