/** The leaky rectifier, as a layer and as an activation use it. */
import type { Hyperparameter } from '../registry/config.js';
import type { Interval } from '../registry/entries.js';
import { tf, type Tensor } from '../tf.js';

/**
 * x where x > 0, else alpha · x.
 *
 * @param alpha Slope below zero; a tensor where a schedule drives it.
 * @source Maas, Hannun, Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models".
 */
export function leakyRelu(x: Tensor, alpha: Hyperparameter): Tensor {
  if (typeof alpha === 'number') return tf.leakyRelu(x, alpha);
  return tf.add(tf.maximum(x, 0), tf.mul(alpha, tf.minimum(x, 0)));
}

/** Bounds of the leaky rectifier of values within bounds; `alpha` ≥ 0. */
export function leakyReluRange([low, high]: Interval, alpha: number): Interval {
  // Without the first case, alpha = 0 would make NaN of an infinite bound.
  const at = (x: number): number => (alpha === 0 || x > 0 ? Math.max(x, 0) : alpha * x);
  return [at(low), at(high)];
}
