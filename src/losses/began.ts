import { schemas, type BeganLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Boundary-equilibrium loss, also known as BEGAN. With L_real = E real, L_fake = E fake, γ = `gamma`, λ = `lambda`,
 *
 *   discriminator: L_real − k · L_fake
 *   generator:     L_fake
 *   k ← min(max(k + λ · (γ · L_real − L_fake), 0), 1) after each update of the discriminator, initially 0
 *
 * The discriminator is an auto-encoder A; `real` and `fake`, `[batch, 1]`, are the reconstruction errors of the
 * samples: the mean of |A(x) − x| over the values of a sample. Both losses are scalars, and so is the state `k`. The
 * reported `convergence` is the paper's measure M = L_real + |γ · L_real − L_fake|; lower is better.
 *
 * @source Berthelot, Schumm, Metz 2017, arXiv:1703.10717, section 3.4: the objective and the measure M of section 3.4.1
 */
export const began = defineLoss<BeganLoss>({
  type: 'began',
  schema: schemas.began,
  scores: 'reconstruction',
  distance: () => 'absolute',
  state: () => ({ k: 0 }),
  discriminatorLoss: (scores, { gamma, lambda }, { state: { k = 0 }, update, report }) => {
    const [real, fake] = [tf.mean(scores.real), tf.mean(scores.fake)];
    const balance = tf.sub(tf.mul(gamma, real), fake);
    update('k', tf.clipByValue(tf.add(k, tf.mul(lambda, balance)), 0, 1));
    report('convergence', tf.add(real, tf.abs(balance)));
    return tf.sub(real, tf.mul(k, fake));
  },
  generatorLoss: ({ fake }) => tf.mean(fake),
});
