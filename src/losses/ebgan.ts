import { schemas, type EbganLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Energy-based loss, also known as EBGAN. With m = `margin`,
 *
 *   discriminator: E real + E relu(m − fake)
 *   generator:     E fake
 *
 * The discriminator is an auto-encoder A; `real` and `fake`, `[batch, 1]`, are the energies of the samples: the mean
 * of (A(x) − x)² over the values of a sample. Both results are scalars. In the paper, where energies are not means,
 * the margin is 10 for MNIST and up to 80 for larger images.
 *
 * @source Zhao, Mathieu, LeCun 2017, arXiv:1609.03126, eqs. (1) and (2)
 */
export const ebgan = defineLoss<EbganLoss>({
  type: 'ebgan',
  schema: schemas.ebgan,
  scores: 'reconstruction',
  distance: () => 'squared',
  discriminatorLoss: ({ real, fake }, { margin }) =>
    tf.add(tf.mean(real), tf.mean(tf.relu(tf.sub(margin, fake)))),
  generatorLoss: ({ fake }) => tf.mean(fake),
});
