import { schemas, type GradientPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';
import { gradientNorm, interpolatedSamples } from './shared/gradientNorm.js';

/**
 * WGAN-GP gradient penalty on lines between real and generated samples, also known as the two-sided Lipschitz penalty;
 * with `oneSided` the one-sided Lipschitz penalty (LP, WGAN-LP), as in TF-GAN.
 *
 *   x̂ = ε·real + (1 − ε)·fake
 *   value = mean over the batch of (‖∇ₓ D(x̂)‖₂ − target)²,   one-sided: relu(‖∇ₓ D(x̂)‖₂ − target)²
 *
 * ε `[batch, 1, …, 1]` is the random input `mix`, one number per sample: U[0, 1), or N(0, 1) by `mixing`. The norm is taken over all axes but
 * the batch, as √(Σ g² + 1e-12), so that it is differentiable at zero. The result is a scalar ≥ 0, not yet multiplied by
 * `weight`; no gradient flows into the generator.
 *
 * @source Gulrajani et al. 2017, arXiv:1704.00028, eq. (3) and Algorithm 1; one-sided: Petzka, Fischer, Lukovnikov
 *   2018, arXiv:1709.08894
 */
export const gradientPenalty = definePenalty<GradientPenalty>({
  type: 'gradientPenalty',
  schema: schemas.gradientPenalty,
  perSample: true,
  passes: () => ({ discriminator: 2 }),
  value: (context, { target, mixing, oneSided }) => {
    const between = interpolatedSamples(context, mixingFactors[mixing]);
    const excess = tf.sub(gradientNorm(context, between), target);
    return tf.mean(tf.square(oneSided ? tf.relu(excess) : excess));
  },
});

const mixingFactors = {
  uniform: { kind: 'uniform', low: 0, high: 1 },
  normal: { kind: 'normal', mean: 0, stddev: 1 },
} as const;
