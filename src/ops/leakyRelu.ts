/** The leaky rectifier, as a layer and as an activation use it. */
import type { Hyperparameter } from '../entries/config.js';
import type { Interval } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';

/**
 * gain · x where x > 0, else gain · alpha · x.
 *
 * @param alpha Slope below zero; a tensor where a schedule drives it.
 * @param gain Factor on all values, likewise.
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"; the gain, √2 there:
 *   Karras et al. 2020, arXiv:1912.04958, official code.
 */
export function leakyRelu(x: Tensor, alpha: Hyperparameter, gain: Hyperparameter): Tensor {
  const y =
    typeof alpha === 'number'
      ? tf.leakyRelu(x, alpha)
      : tf.add(tf.maximum(x, 0), tf.mul(alpha, tf.minimum(x, 0)));
  return gain === 1 ? y : tf.mul(gain, y);
}

/** Bounds of the leaky rectifier of values within bounds; `alpha` ≥ 0, `gain` > 0. */
export function leakyReluRange([low, high]: Interval, alpha: number, gain: number): Interval {
  // Without the first case, alpha = 0 would make NaN of an infinite bound.
  const at = (x: number): number => gain * (alpha === 0 || x > 0 ? Math.max(x, 0) : alpha * x);
  return [at(low), at(high)];
}
