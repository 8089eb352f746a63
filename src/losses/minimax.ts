import { schemas, type MinimaxLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';
import { smoothedCrossEntropy } from './shared/smoothedCrossEntropy.js';

/**
 * Minimax loss, also known as the saturating GAN loss. With D = σ(score), sp(t) = log(1 + e^t) and s = `labelSmoothing`,
 *
 *   discriminator: −E[(1 − s) · log D(x) + s · log(1 − D(x))] − E log(1 − D(G(z))) = E[sp(−real) + s · real] + E sp(fake)
 *   generator:      E log(1 − D(G(z)))                                             = −E sp(fake)
 *
 * Only the label of real samples is smoothed, and only for the discriminator.
 * Scores are raw logits `[batch, 1]`; both results are scalars.
 *
 * @source Goodfellow et al. 2014, arXiv:1406.2661, eq. (1); smoothing: Salimans et al. 2016, arXiv:1606.03498,
 *   section 3.4
 */
export const minimax = defineLoss<MinimaxLoss>({
  type: 'minimax',
  schema: schemas.minimax,
  scores: 'logits',
  discriminatorLoss: (scores, { labelSmoothing }) => smoothedCrossEntropy(scores, labelSmoothing),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(tf.softplus(fake))),
});
