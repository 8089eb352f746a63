import { schemas, type MaxGradientPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';
import { interpolatedSamples, squaredGradientNorm } from './shared/gradientNorm.js';

/**
 * Maximum gradient penalty of Lipschitz GANs, also known as MaxGP.
 *
 *   x̂ = ε·real + (1 − ε)·fake,   value = max over the batch of ‖∇ₓ D(x̂)‖₂²
 *
 * ε `[batch, 1, …, 1]` is the random input `mix`, U[0, 1), one number per sample. The squared norm is the sum of squares
 * over all axes but the batch. The result is a scalar ≥ 0, not yet multiplied by `weight`.
 *
 * @source Zhou et al. 2019, "Lipschitz Generative Adversarial Nets", arXiv:1902.05687
 */
export const maxGradientPenalty = definePenalty<MaxGradientPenalty>({
  type: 'maxGradientPenalty',
  schema: schemas.maxGradientPenalty,
  perSample: true,
  passes: () => ({ discriminator: 2 }),
  value: (context) => tf.max(squaredGradientNorm(context, interpolatedSamples(context))),
});
