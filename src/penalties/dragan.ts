import { schemas, type DraganPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';
import { gradientNorm } from './shared/gradientNorm.js';

/**
 * DRAGAN's gradient penalty around real samples.
 *
 *   x̂ = real + ½·std·u,   value = mean over the batch of (‖∇ₓ D(x̂)‖₂ − k)²
 *
 * std is one number, √(E(x − E x)²) over all values of the batch; u, shaped like `real`, is the random input `noise`,
 * U[0, 1) for each value. This is the noise of the authors' code; the paper uses N(0, c·I) instead. Some
 * implementations, including the authors', also scale it by a further uniform factor per sample. The norm is
 * √(Σ g² + 1e-12) over all axes but the batch. The result is a scalar ≥ 0, not yet multiplied by `weight`.
 *
 * @source Kodali, Abernethy, Hays, Kira 2017, arXiv:1705.07215, Algorithm 1
 */
export const dragan = definePenalty<DraganPenalty>({
  type: 'dragan',
  schema: schemas.dragan,
  perSample: true,
  passes: () => ({ discriminator: 2 }),
  value: (context, { k }) => {
    const { real } = context;
    const noise = context.random('noise', real.shape, { kind: 'uniform', low: 0, high: 1 });
    const deviation = tf.sqrt(tf.mean(tf.square(tf.sub(real, tf.mean(real)))));
    const near = tf.add(real, tf.mul(tf.mul(0.5, deviation), noise));
    return tf.mean(tf.square(tf.sub(gradientNorm(context, near), k)));
  },
});
