import { schemas, type FDivergenceLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';
import { divergences } from './shared/divergences.js';

/**
 * Variational bound of an f-divergence, also known as f-GAN. With the output activation g_f and the conjugate f* of
 * the `divergence`,
 *
 *   discriminator: −[E g_f(real) − E f*(g_f(fake))]
 *   generator:     −E f*(g_f(fake))  (`minimax`),   −E g_f(fake)  (`nonSaturating`)
 *
 * The bracket is a lower bound on the divergence between the data and the generated distribution, tight when g_f of
 * the score equals f′(p_data / p_generated). Scores are raw `[batch, 1]`; both results are scalars.
 *
 * @source Nowozin, Cseke, Tomioka 2016, arXiv:1606.00709, eqs. (4) and (6), Table 2; `nonSaturating`: section 3.2
 */
export const fDivergence = defineLoss<FDivergenceLoss>({
  type: 'fDivergence',
  schema: schemas.fDivergence,
  scores: 'logits',
  // At equal densities the optimal score is 0, since g_f(0) = f′(1); for kl it is 1.
  signed: ({ divergence }) => divergence !== 'kl',
  discriminatorLoss: ({ real, fake }, { divergence }) => {
    const { output, conjugate } = divergences[divergence];
    return tf.sub(tf.mean(conjugate(fake)), tf.mean(output(real)));
  },
  generatorLoss: ({ fake }, { divergence, generator }) => {
    const { output, conjugate } = divergences[divergence];
    return tf.neg(tf.mean(generator === 'minimax' ? conjugate(fake) : output(fake)));
  },
});
