import { schemas, type ModeSeekingPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * Mode-seeking regularization, a term of the generator's loss, also known as MSGAN: rewards different samples for
 * different latents.
 *
 *   value = 1 / (E|G(z₁) − G(z₂)| / E|z₁ − z₂| + 1e-5)
 *
 * E is the mean over all values of the batch. z₁ are the latents of this step, z₂ independent ones, the random input
 * `otherLatent`; both use the same classes and codes. The result is a scalar > 0, not yet multiplied by `weight`.
 *
 * @source Mao, Lee, Tseng, Ma, Yang 2019, arXiv:1903.05628, section 3.2, inverted as a quotient of means to minimise
 */
export const modeSeeking = definePenalty<ModeSeekingPenalty>({
  type: 'modeSeeking',
  schema: schemas.modeSeeking,
  perSample: false,
  networks: () => ['generator'],
  passes: () => ({ generator: 1 }),
  value: ({ latent, otherLatent, generator }) => {
    const other = otherLatent('otherLatent');
    const distance = tf.mean(tf.abs(tf.sub(generator(latent), generator(other))));
    const latentDistance = tf.mean(tf.abs(tf.sub(latent, other)));
    return tf.reciprocal(tf.add(tf.div(distance, latentDistance), 1e-5));
  },
});
