import { schema, type NonSaturatingLoss } from '../generated/losses/nonSaturating.js';
import { defineLoss } from '../registry/define.js';
import { tf } from '../tf.js';

/**
 * Non-saturating loss, also known as logistic, softplus or binary cross-entropy GAN loss. With sp(t) = log(1 + e^t)
 * and s = `labelSmoothing`,
 *
 *   discriminator: (1 − s)·E sp(−real) + s·E sp(real) + E sp(fake) = E sp(−real) + s·E real + E sp(fake)
 *   generator:     −E log D(G(z)) = E sp(−fake)
 *
 * Only the real label is smoothed: the target of real samples is 1 − s, that of generated ones stays 0.
 * Scores are raw logits `[batch, 1]`; both results are scalars.
 *
 * @source Goodfellow et al. 2014, arXiv:1406.2661, section 3; smoothing: Salimans et al. 2016, arXiv:1606.03498, section 3.4
 */
export const nonSaturating = defineLoss<NonSaturatingLoss>({
  type: 'nonSaturating',
  schema,
  scores: 'logits',
  discriminatorLoss: ({ real, fake }, { labelSmoothing }) => {
    const crossEntropy = tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)));
    if (labelSmoothing === 0) return crossEntropy;
    return tf.add(crossEntropy, tf.mul(labelSmoothing, tf.mean(real)));
  },
  generatorLoss: ({ fake }) => tf.mean(tf.softplus(tf.neg(fake))),
});
