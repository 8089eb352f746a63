import { schemas, type WeightDecayPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * Weight decay as a term of the loss, also known as L2 regularization.
 *
 *   value = ½ · Σ over kernels of ‖W‖_F²
 *
 * Applies to kernels only, not to biases, gains and other parameters of one axis. With the factor ½ the gradient is the
 * kernel itself, so that `weight` is the decay rate of plain gradient descent. Optimizers that rescale gradients, such
 * as adam, rescale this one too; adamW decays parameters independently of it. The result is a scalar ≥ 0.
 *
 * @source Krogh & Hertz 1991, "A Simple Weight Decay Can Improve Generalization", eq. (1)
 */
export const weightDecay = definePenalty<WeightDecayPenalty>({
  type: 'weightDecay',
  schema: schemas.weightDecay,
  perSample: false,
  networks: ({ network }) => [network],
  value: ({ kernels }) =>
    kernels
      .map(({ tensor }) => tf.mul(0.5, tf.sum(tf.square(tensor))))
      .reduce((sum, one) => tf.add(sum, one), tf.scalar(0)),
});
