import { schemas, type NonSaturatingLoss } from '../generated/losses.js';
import type { Hyperparameter } from '../entries/config.js';
import { defineLoss, type LossContext } from '../entries/loss.js';
import { tf, type Tensor } from '../tf.js';
import { smoothedCrossEntropy } from './shared/smoothedCrossEntropy.js';

/**
 * Non-saturating loss, also known as the logistic, softplus or binary cross-entropy GAN loss. With sp(t) = log(1 + e^t),
 * s = `labelSmoothing` and targets t_real = 1 − s, t_fake = 0,
 *
 *   discriminator: E[sp(−real) + (1 − t_real) · real] + E[sp(fake) − t_fake · fake]
 *   generator:     −E log D(G(z)) = E sp(−fake)
 *
 * Only the real label is smoothed. With `labelNoise` p, the target of each sample is flipped with probability p: to 0
 * for a real sample, to 1 − s for a generated one. The random inputs `realFlips` and `fakeFlips`, `[batch, 1]`, mark the
 * flipped samples. Scores are raw logits `[batch, 1]`; both results are scalars.
 *
 * @source Goodfellow et al. 2014, arXiv:1406.2661, section 3; smoothing: Salimans et al. 2016, arXiv:1606.03498,
 *   section 3.4; noise: Chintala et al. 2016, "How to Train a GAN? Tips and tricks to make GANs work", item 6
 */
export const nonSaturating = defineLoss<NonSaturatingLoss>({
  type: 'nonSaturating',
  schema: schemas.nonSaturating,
  scores: 'logits',
  discriminatorLoss: ({ real, fake }, { labelSmoothing, labelNoise }, context) => {
    const smoothed = smoothedCrossEntropy({ real, fake }, labelSmoothing);
    if (labelNoise === 0) return smoothed;
    // The loss is linear in the target: a flip adds the difference of the two targets times the score.
    const flippedReal = tf.mean(tf.mul(flips(context, 'realFlips', real, labelNoise), real));
    const flippedFake = tf.mean(tf.mul(flips(context, 'fakeFlips', fake, labelNoise), fake));
    const distance = tf.sub(1, labelSmoothing);
    return tf.add(smoothed, tf.mul(distance, tf.sub(flippedReal, flippedFake)));
  },
  generatorLoss: ({ fake }) => tf.mean(tf.softplus(tf.neg(fake))),
});

/** 1 if the label of a sample is flipped, else 0; has the shape of the scores. */
function flips(
  { random }: LossContext,
  name: string,
  { shape }: Tensor,
  probability: Hyperparameter,
): Tensor {
  return tf.cast(random(name, shape, { kind: 'bernoulli', probability }), 'float32');
}
