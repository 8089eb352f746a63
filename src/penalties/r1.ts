import { schemas, type R1Penalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';
import { squaredGradientNorm } from './shared/gradientNorm.js';

/**
 * R1 regularizer: zero-centred gradient penalty on real samples.
 *
 *   value = ½ · mean over the batch of ‖∇ₓ D(real)‖₂²
 *
 * The squared norm is the sum of squares over all axes but the batch. The result is a scalar ≥ 0, not yet multiplied by
 * `weight`, the paper's γ. Libraries without the factor ½ use half of this weight.
 *
 * @source Mescheder, Geiger, Nowozin 2018, arXiv:1801.04406, eq. (9)
 */
export const r1 = definePenalty<R1Penalty>({
  type: 'r1',
  schema: schemas.r1,
  perSample: true,
  passes: () => ({ discriminator: 1 }),
  value: (context) => tf.mul(0.5, tf.mean(squaredGradientNorm(context, context.real))),
});
