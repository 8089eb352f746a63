import { schemas, type WassersteinLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Wasserstein loss, also known as the WGAN or critic loss.
 *
 *   discriminator: E fake − E real
 *   generator:     −E fake
 *
 * The negative discriminator loss estimates the Wasserstein-1 distance between both distributions, times the
 * discriminator's Lipschitz constant, provided that a gradient penalty or weight clipping bounds this constant.
 * Scores are raw `[batch, 1]`; both results are scalars.
 *
 * @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, Algorithm 1
 */
export const wasserstein = defineLoss<WassersteinLoss>({
  type: 'wasserstein',
  schema: schemas.wasserstein,
  scores: 'logits',
  needsLipschitz: true,
  signed: () => false,
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});
