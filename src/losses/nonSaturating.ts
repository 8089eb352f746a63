import { schemas, type NonSaturatingLoss } from '../generated/losses.js';
import type { Hyperparameter } from '../entries/config.js';
import { defineLoss, type LossContext } from '../entries/loss.js';
import { tf, type Tensor } from '../tf.js';
import { smoothedCrossEntropy } from './shared/smoothedCrossEntropy.js';

/**
 * Non-saturating loss, also known as the logistic, softplus or binary cross-entropy GAN loss. With sp(t) = log(1 + e^t)
 * and targets t_real = 1 − `labelSmoothing`, t_fake = `fakeTarget`, t_generator = `generatorTarget`,
 *
 *   discriminator: E[sp(−real) + (1 − t_real) · real] + E[sp(fake) − t_fake · fake]
 *   generator:     E[sp(−fake) + (1 − t_generator) · fake], by default −E log D(G(z))
 *
 * With `labelNoise` p, the target of each sample is flipped with probability p: to t_fake for a real sample, to t_real for
 * a generated one. The random inputs `realFlips` and `fakeFlips`, `[batch, 1]`, mark the flipped samples. Scores are raw
 * logits `[batch, 1]`; both results are scalars.
 *
 * @source Goodfellow et al. 2014, arXiv:1406.2661, section 3; smoothing: Salimans et al. 2016, arXiv:1606.03498,
 *   section 3.4; noise: Chintala et al. 2016, "How to Train a GAN? Tips and tricks to make GANs work", item 6
 */
export const nonSaturating = defineLoss<NonSaturatingLoss>({
  type: 'nonSaturating',
  schema: schemas.nonSaturating,
  scores: 'logits',
  discriminatorLoss: ({ real, fake }, { labelSmoothing, fakeTarget, labelNoise }, context) => {
    const onReal = smoothedCrossEntropy({ real, fake }, labelSmoothing);
    const smoothed = fakeTarget === 0 ? onReal : tf.sub(onReal, tf.mul(fakeTarget, tf.mean(fake)));
    if (labelNoise === 0) return smoothed;
    // The loss is linear in the target: a flip adds the difference of the two targets times the score.
    const flippedReal = tf.mean(tf.mul(flips(context, 'realFlips', real, labelNoise), real));
    const flippedFake = tf.mean(tf.mul(flips(context, 'fakeFlips', fake, labelNoise), fake));
    const distance = tf.sub(tf.sub(1, labelSmoothing), fakeTarget);
    return tf.add(smoothed, tf.mul(distance, tf.sub(flippedReal, flippedFake)));
  },
  generatorLoss: ({ fake }, { generatorTarget }) => {
    const loss = tf.mean(tf.softplus(tf.neg(fake)));
    if (generatorTarget === 1) return loss;
    return tf.add(loss, tf.mul(tf.sub(1, generatorTarget), tf.mean(fake)));
  },
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
