import { schemas, type PathLengthPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * Path length regularization of StyleGAN2: a step of fixed size in the style space should change images by a fixed
 * amount.
 *
 *   length = ‖∇_w Σ(fake · y)‖₂ of each sample,   a ← a + decay · (E length − a), initially 0
 *   value  = E (length − a)²
 *
 * w is the output of the generator's layer `layer`, and the norm, √(Σ g² + 1e-12), is taken over all of its axes but
 * the batch. y, shaped like `fake`, is the random input `noise`, N(0, 1), divided by √(height · width), the root of the
 * number of positions of a sample. The value uses the mean a after the update, and gradients flow through it, as in the
 * authors' code. That code copies w to every style layer and averages over the copies; here, as in the paper, the
 * gradients of all copies add up. State: `meanLength`. The result is a scalar ≥ 0, not yet multiplied by `weight`.
 *
 * @source Karras et al. 2020, arXiv:1912.04958, eq. (4) and appendix B
 */
export const pathLength = definePenalty<PathLengthPenalty>({
  type: 'pathLength',
  schema: schemas.pathLength,
  perSample: false,
  networks: () => ['generator'],
  layerOptions: { layer: 'generator' },
  state: () => ({ meanLength: 0 }),
  passes: () => ({ generator: 1 }),
  value: (context, { layer, decay }) => {
    const { fake, state, update } = context;
    const noise = context.random('noise', fake.shape, { kind: 'normal', mean: 0, stddev: 1 });
    const positions = fake.shape.slice(1, -1).reduce((product, size) => product * size, 1);
    const style = context.layer('generator', layer);
    const gradient = context.gradient(tf.mul(tf.mul(fake, noise), 1 / Math.sqrt(positions)), style);
    const axes = style.shape.map((_size, axis) => axis).slice(1);
    const length = tf.sqrt(tf.add(tf.sum(tf.square(gradient), axes), 1e-12));
    const { meanLength = 0 } = state;
    const mean = tf.add(meanLength, tf.mul(decay, tf.sub(tf.mean(length), meanLength)));
    update('meanLength', mean);
    return tf.mean(tf.square(tf.sub(length, mean)));
  },
});
