import { schema, type MaxGradientPenalty } from '../generated/penalties/maxGradientPenalty.js';
import { definePenalty } from '../entries/define.js';
import { tf } from '../tf.js';
import { between, squaredSlope } from './shared/gradientNorm.js';

/**
 * Penalty on the steepest place, also known as MaxGP, of Lipschitz GANs.
 *
 *   x̂ = ε·real + (1 − ε)·fake,   value = max over the batch of ‖∇ₓ D(x̂)‖₂²
 *
 * ε `[batch, 1, …, 1]` is the input `mix`, drawn from U[0, 1), one number a sample. The squared norm is the sum over
 * all axes but the batch. The result is a scalar ≥ 0, not yet multiplied by `weight`.
 *
 * @source Zhou et al. 2019, "Lipschitz Generative Adversarial Nets", arXiv:1902.05687
 */
export const maxGradientPenalty = definePenalty<MaxGradientPenalty>({
  type: 'maxGradientPenalty',
  schema,
  perSample: true,
  value: (context) => tf.max(squaredSlope(context, between(context))),
});
