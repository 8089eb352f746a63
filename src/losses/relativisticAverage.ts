import { schemas, type RelativisticAverageLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';
import { relativisticAverageLosses } from './shared/relativisticAverage.js';

/**
 * Relativistic average loss, also known as RaGAN or RaSGAN. With sp(t) = log(1 + e^t), r̄ = E real and f̄ = E fake,
 *
 *   discriminator: ½ · [E sp(−(real − f̄)) + E sp(fake − r̄)]
 *   generator:     ½ · [E sp(−(fake − r̄)) + E sp(real − f̄)]
 *
 * Gradients flow through both means; the factor ½ follows the author's code. Scores are raw `[batch, 1]`; both results
 * are scalars, and the generator's loss also depends on the real scores.
 *
 * @source Jolicoeur-Martineau 2018, arXiv:1807.00734, section 4.3
 */
export const relativisticAverage = defineLoss<RelativisticAverageLoss>({
  type: 'relativisticAverage',
  schema: schemas.relativisticAverage,
  scores: 'logits',
  signed: () => false,
  separable: false,
  ...relativisticAverageLosses(
    (distance) => tf.softplus(tf.neg(distance)),
    (distance) => tf.softplus(distance),
  ),
});
