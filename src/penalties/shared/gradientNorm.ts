/** Gradient norms of the discriminator, and the samples at which penalties evaluate them. */
import type { ScheduledDistribution } from '../../entries/config.js';
import type { PenaltyContext } from '../../entries/penalty.js';
import { tf, type Tensor } from '../../tf.js';

/** ‖∇ₓ D(x)‖₂² of each sample, `[batch]`: the sum of squares over all axes but the batch. */
export function squaredGradientNorm(
  context: PenaltyContext,
  x: Tensor,
  labelsOf: 'real' | 'fake' = 'real',
): Tensor {
  const gradient = context.gradient(context.discriminator(x, labelsOf), x);
  return tf.sum(tf.square(gradient), x.shape.map((_size, axis) => axis).slice(1));
}

/** ‖∇ₓ D(x)‖₂ of each sample, `[batch]`, as √(‖∇ₓ D(x)‖₂² + 1e-12), which is differentiable at zero. */
export function gradientNorm(context: PenaltyContext, x: Tensor): Tensor {
  return tf.sqrt(tf.add(squaredGradientNorm(context, x), 1e-12));
}

/**
 * Random interpolates of real and generated samples: ε·real + (1 − ε)·fake.
 * ε `[batch, 1, …, 1]` is the random input `mix`, one number per sample.
 */
export function interpolatedSamples(
  context: PenaltyContext,
  mixing: ScheduledDistribution = { kind: 'uniform', low: 0, high: 1 },
): Tensor {
  const { real, fake } = context;
  const mixShape = real.shape.map((size, axis) => (axis === 0 ? size : 1));
  const mix = context.random('mix', mixShape, mixing);
  return tf.add(fake, tf.mul(mix, tf.sub(real, fake)));
}
