import type { Hyperparameter } from '../../entries/config.js';
import type { Scores } from '../../entries/termContext.js';
import { tf, type Tensor } from '../../tf.js';

/**
 * Cross-entropy of the discriminator, with one-sided label smoothing s: real samples have the target 1 − s, generated
 * ones 0. With sp(t) = log(1 + e^t),
 *
 *   E[sp(−real) + s · real] + E sp(fake)
 *
 * @source Salimans et al. 2016, arXiv:1606.03498, section 3.4
 */
export function smoothedCrossEntropy({ real, fake }: Scores, smoothing: Hyperparameter): Tensor {
  const crossEntropy = tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)));
  return smoothing === 0 ? crossEntropy : tf.add(crossEntropy, tf.mul(smoothing, tf.mean(real)));
}
