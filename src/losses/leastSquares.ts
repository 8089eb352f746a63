import { schemas, type LeastSquaresLoss } from '../generated/losses.js';
import { defineLoss } from '../entries/loss.js';
import { tf, type Tensor } from '../tf.js';

/**
 * Least-squares loss, also known as LSGAN. With a = `fakeTarget`, b = `realTarget`, c = `generatorTarget`,
 *
 *   discriminator: ½·E(real − b)² + ½·E(fake − a)²
 *   generator:     ½·E(fake − c)²
 *
 * The targets (a, b, c) = (0, 1, 1) give the paper's eq. (9); (−1, 1, 0) give its eq. (8), which minimises the Pearson
 * χ² divergence. Scores are raw `[batch, 1]`, without a sigmoid; both results are scalars.
 *
 * @source Mao et al. 2017, arXiv:1611.04076, eq. (2)
 */
export const leastSquares = defineLoss<LeastSquaresLoss>({
  type: 'leastSquares',
  schema: schemas.leastSquares,
  scores: 'logits',
  signed: ({ realTarget, fakeTarget }) => realTarget > 0 && realTarget === -fakeTarget,
  idle: ({ realTarget, fakeTarget }) =>
    realTarget === fakeTarget
      ? {
          needs: 'a "realTarget" and a "fakeTarget" that differ',
          wayOut: 'let the discriminator aim at two different scores, such as 1 and 0',
        }
      : undefined,
  discriminatorLoss: ({ real, fake }, { realTarget, fakeTarget }) =>
    tf.add(halfMeanSquare(tf.sub(real, realTarget)), halfMeanSquare(tf.sub(fake, fakeTarget))),
  generatorLoss: ({ fake }, { generatorTarget }) => halfMeanSquare(tf.sub(fake, generatorTarget)),
});

function halfMeanSquare(difference: Tensor): Tensor {
  return tf.mul(0.5, tf.mean(tf.square(difference)));
}
