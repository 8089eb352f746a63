import { schemas, type PullingAwayPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * EBGAN's pulling-away term (PT), a term of the generator's loss: penalizes codes of generated samples that point in
 * similar directions.
 *
 *   value = 1 / (n·(n − 1)) · Σ over i ≠ j of cos²(code_i, code_j)
 *
 * Codes are the output of the discriminator's layer `layer` for the n generated samples, each flattened and divided by
 * √(Σ code² + 1e-12). The value for a batch of one sample is 0. The result is a scalar in [0, 1], not yet multiplied by
 * `weight`.
 *
 * @source Zhao, Mathieu, LeCun 2017, arXiv:1609.03126, section 2.4
 */
export const pullingAway = definePenalty<PullingAwayPenalty>({
  type: 'pullingAway',
  schema: schemas.pullingAway,
  perSample: false,
  networks: () => ['generator'],
  layerOptions: { layer: 'discriminator' },
  idle: (_config, { batchSize, packing }) =>
    batchSize === packing
      ? {
          needs: 'a second sample, or pack of samples, in the batch',
          wayOut: 'use a larger batchSize, or remove "pullingAway"',
        }
      : undefined,
  value: ({ layer }, { layer: name }) => {
    const output = layer('discriminator', name, 'fake');
    const [batch = 1] = output.shape;
    const codes = tf.reshape(output, [batch, output.size / batch]);
    const directions = tf.mul(codes, tf.rsqrt(tf.add(tf.sum(tf.square(codes), 1, true), 1e-12)));
    const cosines = tf.matMul(directions, directions, false, true);
    const lengths = tf.sum(tf.square(directions), 1);
    const others = tf.sub(tf.sum(tf.square(cosines)), tf.sum(tf.square(lengths)));
    return tf.mul(others, 1 / Math.max(1, batch * (batch - 1)));
  },
});
