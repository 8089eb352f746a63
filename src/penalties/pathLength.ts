import { schema, type PathLengthPenalty } from '../generated/penalties/pathLength.js';
import { definePenalty } from '../entries/define.js';
import { tf } from '../tf.js';

/**
 * Path length regularization of StyleGAN2: a step in the style space changes images by a fixed amount.
 *
 *   length = ‖∇_w Σ(fake · y)‖₂ of each sample,   a ← a + decay · (E length − a), 0 at first
 *   value  = E (length − a)²
 *
 * w is the output of the generator's layer `layer`, and the norm, √(Σ g² + 1e-12), is taken over all of its axes but
 * the batch. y, shaped like `fake`, is the input `noise`, N(0, 1) divided by √(height · width), that is, by the root
 * of the number of places of a sample. The mean a is that after the update, and its own share of the gradient is
 * kept, as in the authors' code; that code copies w to every style layer and takes a mean over the copies, where here,
 * as in the paper, their gradients add up. State: `meanLength`. The result is a scalar ≥ 0, not yet multiplied by
 * `weight`.
 *
 * @source Karras et al. 2020, arXiv:1912.04958, eq. (4) and appendix B
 */
export const pathLength = definePenalty<PathLengthPenalty>({
  type: 'pathLength',
  schema,
  perSample: false,
  networks: () => ['generator'],
  layerOptions: { layer: 'generator' },
  state: () => ({ meanLength: 0 }),
  value: (context, { layer, decay }) => {
    const { fake, state, update } = context;
    const noise = context.random('noise', fake.shape, { kind: 'normal', mean: 0, stddev: 1 });
    const places = fake.shape.slice(1, -1).reduce((product, size) => product * size, 1);
    const style = context.layer('generator', layer);
    const slope = context.gradient(tf.mul(tf.mul(fake, noise), 1 / Math.sqrt(places)), style);
    const axes = style.shape.map((_size, axis) => axis).slice(1);
    const length = tf.sqrt(tf.add(tf.sum(tf.square(slope), axes), 1e-12));
    const { meanLength = 0 } = state;
    const mean = tf.add(meanLength, tf.mul(decay, tf.sub(tf.mean(length), meanLength)));
    update('meanLength', mean);
    return tf.mean(tf.square(tf.sub(length, mean)));
  },
});
