import { schemas, type RelativisticAverageHingeLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';
import { relativisticAverageLosses } from './shared/relativisticAverage.js';

/**
 * Relativistic average hinge loss, also known as RaHingeGAN. With r̄ = E real and f̄ = E fake,
 *
 *   discriminator: ½ · [E relu(1 − (real − f̄)) + E relu(1 + (fake − r̄))]
 *   generator:     ½ · [E relu(1 − (fake − r̄)) + E relu(1 + (real − f̄))]
 *
 * Gradients flow through both means; the factor ½ follows the author's code. Scores are raw `[batch, 1]`; both results
 * are scalars, and the generator's loss also depends on the real scores.
 *
 * @source Jolicoeur-Martineau 2018, arXiv:1807.00734, section 4.3 and the loss functions of the appendix
 */
export const relativisticAverageHinge = defineLoss<RelativisticAverageHingeLoss>({
  type: 'relativisticAverageHinge',
  schema: schemas.relativisticAverageHinge,
  scores: 'logits',
  signed: () => false,
  separable: false,
  ...relativisticAverageLosses(
    (distance) => tf.relu(tf.sub(1, distance)),
    (distance) => tf.relu(tf.add(1, distance)),
  ),
});
