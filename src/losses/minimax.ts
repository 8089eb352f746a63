import { schemas, type MinimaxLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Minimax loss, also known as the saturating GAN loss. With D = σ(score) and sp(t) = log(1 + e^t),
 *
 *   discriminator: −E log D(x) − E log(1 − D(G(z))) = E sp(−real) + E sp(fake)
 *   generator:      E log(1 − D(G(z)))              = −E sp(fake)
 *
 * Scores are raw logits `[batch, 1]`; both results are scalars.
 *
 * @source Goodfellow et al. 2014, arXiv:1406.2661, eq. (1)
 */
export const minimax = defineLoss<MinimaxLoss>({
  type: 'minimax',
  schema: schemas.minimax,
  scores: 'logits',
  discriminatorLoss: ({ real, fake }) =>
    tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake))),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(tf.softplus(fake))),
});
