import { schemas, type R2Penalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';
import { squaredGradientNorm } from './shared/gradientNorm.js';

/**
 * R2 regularizer: zero-centred gradient penalty on generated samples.
 *
 *   value = ½ · mean over the batch of ‖∇ₓ D(fake)‖₂²
 *
 * The squared norm is the sum of squares over all axes but the batch. The result is a scalar ≥ 0, not yet multiplied by
 * `weight`, the paper's γ. Libraries without the factor ½ use half of this weight. No gradient flows into the
 * generator. With r1 and the relativistic loss it makes up the objective of R3GAN.
 *
 * @source Mescheder, Geiger, Nowozin 2018, arXiv:1801.04406, eq. (10); Huang et al. 2024, arXiv:2501.05441
 */
export const r2 = definePenalty<R2Penalty>({
  type: 'r2',
  schema: schemas.r2,
  perSample: true,
  passes: () => ({ discriminator: 1 }),
  value: (context) => tf.mul(0.5, tf.mean(squaredGradientNorm(context, context.fake, 'fake'))),
});
