import { schema, type WassersteinLoss } from '../generated/losses/wasserstein.js';
import { defineLoss } from '../entries/define.js';
import { tf } from '../tf.js';

/**
 * Wasserstein loss, also known as WGAN or critic loss.
 *
 *   discriminator: E fake − E real
 *   generator:     −E fake
 *
 * The negative of the discriminator's loss estimates the distance of both distributions (times its Lipschitz
 * constant) as long as that constant is bounded, by a gradient penalty or by weight clipping.
 * Scores are raw `[batch, 1]`; both results are scalars.
 *
 * @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, Algorithm 1
 */
export const wasserstein = defineLoss<WassersteinLoss>({
  type: 'wasserstein',
  schema,
  scores: 'logits',
  needsLipschitz: true,
  signed: () => false,
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});
