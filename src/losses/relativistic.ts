import { schemas, type RelativisticLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Relativistic loss, also known as RSGAN, RpGAN or the relativistic pairing loss. With sp(t) = log(1 + e^t),
 *
 *   discriminator: E sp(−(real − fake))
 *   generator:     E sp(−(fake − real))
 *
 * The i-th real score is paired with the i-th generated score. Scores are raw `[batch, 1]`, equally many real and
 * generated; both results are scalars, and the generator's loss also depends on the real scores.
 *
 * @source Jolicoeur-Martineau 2018, arXiv:1807.00734, section 4.1
 */
export const relativistic = defineLoss<RelativisticLoss>({
  type: 'relativistic',
  schema: schemas.relativistic,
  scores: 'logits',
  signed: () => false,
  discriminatorLoss: ({ real, fake }) => tf.mean(tf.softplus(tf.sub(fake, real))),
  generatorLoss: ({ real, fake }) => tf.mean(tf.softplus(tf.sub(real, fake))),
});
