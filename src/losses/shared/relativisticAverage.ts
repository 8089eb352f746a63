/** Common form of the three relativistic average losses. */
import type { Scores } from '../../entries/termContext.js';
import { tf, type Tensor } from '../../tf.js';

/**
 * Discriminator and generator loss for two per-score terms. With r̄ = E real and f̄ = E fake,
 *
 *   discriminator: ½ · [E above(real − f̄) + E below(fake − r̄)]
 *   generator:     ½ · [E above(fake − r̄) + E below(real − f̄)]
 *
 * Gradients flow through both means. The factor ½ follows the author's code; the paper's definition and some libraries
 * omit it.
 *
 * @param above Term of a score that should lie above the mean of the opposite side, as a function of their difference.
 * @param below Term of a score that should lie below it.
 * @source Jolicoeur-Martineau 2018, arXiv:1807.00734, section 4.3
 */
export function relativisticAverageLosses(
  above: (distance: Tensor) => Tensor,
  below: (distance: Tensor) => Tensor,
): { discriminatorLoss(scores: Scores): Tensor; generatorLoss(scores: Scores): Tensor } {
  const loss = (upper: Tensor, lower: Tensor): Tensor => {
    const first = tf.mean(above(tf.sub(upper, tf.mean(lower))));
    const second = tf.mean(below(tf.sub(lower, tf.mean(upper))));
    return tf.mul(0.5, tf.add(first, second));
  };
  return {
    discriminatorLoss: ({ real, fake }) => loss(real, fake),
    generatorLoss: ({ real, fake }) => loss(fake, real),
  };
}
