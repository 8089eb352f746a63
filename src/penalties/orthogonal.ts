import { schemas, type OrthogonalPenalty } from '../generated/penalties.js';
import { kernelMatrix } from '../ops/kernelMatrix.js';
import { definePenalty, type Kernel } from '../entries/penalty.js';
import { tf, type Tensor } from '../tf.js';

/**
 * Orthogonal regularization of BigGAN: penalizes inner products of different filters and leaves their norms free.
 *
 *   value = Σ over kernels of ‖WᵀW ⊙ (1 − I)‖_F²
 *
 * W is a kernel as a matrix `[fan-in, outputs]`: its output axes moved last, the others merged, so that the norm sums
 * the squared inner products of different filters. It is computed as ‖WᵀW‖_F² − Σ ‖filter‖₂⁴; since
 * ‖WᵀW‖_F = ‖WWᵀ‖_F, the smaller of both products is used. The result is a scalar ≥ 0, not yet multiplied by `weight`.
 *
 * @source Brock, Donahue, Simonyan 2019, arXiv:1809.11096, eq. (3)
 */
export const orthogonal = definePenalty<OrthogonalPenalty>({
  type: 'orthogonal',
  schema: schemas.orthogonal,
  perSample: false,
  networks: ({ network }) => [network],
  value: ({ kernels }) =>
    kernels.map(squaredFilterProducts).reduce((sum, one) => tf.add(sum, one), tf.scalar(0)),
});

function squaredFilterProducts({ tensor, outputAxes }: Kernel): Tensor {
  const matrix = kernelMatrix(tensor, outputAxes);
  const [fanIn = 1, outputs = 1] = matrix.shape;
  const wide = outputs > fanIn;
  const products = tf.matMul(matrix, matrix, !wide, wide);
  const squaredNorms = tf.sum(tf.square(matrix), 0);
  return tf.sub(tf.sum(tf.square(products)), tf.sum(tf.square(squaredNorms)));
}
