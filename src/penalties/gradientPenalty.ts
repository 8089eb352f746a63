import { schema, type GradientPenalty } from '../generated/penalties/gradientPenalty.js';
import { definePenalty } from '../registry/define.js';
import { tf } from '../tf.js';

/**
 * WGAN-GP gradient penalty on lines between real and generated samples, also known as two-sided Lipschitz penalty.
 *
 *   x̂ = ε·real + (1 − ε)·fake,   value = mean over the batch of (‖∇ₓ D(x̂)‖₂ − target)²
 *
 * ε `[batch, 1, …, 1]` is the input `mix`, drawn from U[0, 1), one number a sample. The norm is taken over all axes
 * but the batch, as √(Σ g² + 1e-12), so that it has a gradient at zero. The result is a scalar ≥ 0, not yet
 * multiplied by `weight`; no gradient flows into the generator.
 *
 * @source Gulrajani et al. 2017, arXiv:1704.00028, eq. (3) and Algorithm 1
 */
export const gradientPenalty = definePenalty<GradientPenalty>({
  type: 'gradientPenalty',
  schema,
  perSample: true,
  value: (context, { target }) => {
    const { real, fake } = context;
    const mixShape = real.shape.map((size, axis) => (axis === 0 ? size : 1));
    const mix = context.random('mix', mixShape, { kind: 'uniform', low: 0, high: 1 });
    const between = tf.add(fake, tf.mul(mix, tf.sub(real, fake)));
    const slope = context.gradient(context.discriminator(between), between);
    const sampleAxes = real.shape.map((_size, axis) => axis).slice(1);
    const norm = tf.sqrt(tf.add(tf.sum(tf.square(slope), sampleAxes), 1e-12));
    return tf.mean(tf.square(tf.sub(norm, target)));
  },
});
