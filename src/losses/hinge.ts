import { schemas, type HingeLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf } from '../tf.js';

/**
 * Hinge loss, also known as the geometric GAN loss. With m = `margin`,
 *
 *   discriminator: E relu(m − real) + E relu(m + fake)
 *   generator:     −E fake
 *
 * Scores are raw `[batch, 1]`; both results are scalars.
 *
 * @source Lim & Ye 2017, arXiv:1705.02894; Tran, Ranganath, Blei 2017, arXiv:1702.08896
 */
export const hinge = defineLoss<HingeLoss>({
  type: 'hinge',
  schema: schemas.hinge,
  scores: 'logits',
  discriminatorLoss: ({ real, fake }, { margin }) =>
    tf.add(tf.mean(tf.relu(tf.sub(margin, real))), tf.mean(tf.relu(tf.add(margin, fake)))),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});
