import { schemas, type RelativisticAverageLeastSquaresLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';
import { relativisticAverageLosses } from './shared/relativisticAverage.js';

/**
 * Relativistic average least-squares loss, also known as RaLSGAN. With r̄ = E real and f̄ = E fake,
 *
 *   discriminator: ½ · [E(real − f̄ − 1)² + E(fake − r̄ + 1)²]
 *   generator:     ½ · [E(fake − r̄ − 1)² + E(real − f̄ + 1)²]
 *
 * Gradients flow through both means; the factor ½ follows the author's code. Scores are raw `[batch, 1]`; both results
 * are scalars, and the generator's loss also depends on the real scores.
 *
 * @source Jolicoeur-Martineau 2018, arXiv:1807.00734, section 4.3 and the loss functions of the appendix
 */
export const relativisticAverageLeastSquares = defineLoss<RelativisticAverageLeastSquaresLoss>({
  type: 'relativisticAverageLeastSquares',
  schema: schemas.relativisticAverageLeastSquares,
  scores: 'logits',
  signed: () => false,
  separable: false,
  ...relativisticAverageLosses(
    (distance) => tf.square(tf.sub(distance, 1)),
    (distance) => tf.square(tf.add(distance, 1)),
  ),
});
