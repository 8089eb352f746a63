/**
 * Minibatch standard deviation: tells the discriminator how much the samples of a batch differ, so that a generator
 * that makes the same sample again and again is found out. With σ the standard deviation over the batch,
 *
 *   s = mean over all values of a sample of √(σ² + 10⁻⁸),   y = x with one more channel, which is s everywhere
 *
 * The whole batch is one group, in training and in scoring alike. Inputs are `[batch, …, channels]`, outputs
 * `[batch, …, channels + 1]`; there are no parameters.
 *
 * @source Karras, Aila, Laine, Lehtinen 2018, arXiv:1710.10196, section 3
 */
import { defineLayer, tf } from 'ganspec';

/** Options of the layer: none. */
export interface MinibatchStddevLayer {
  type: 'example/minibatchStddev';
}

/** FLOPs: about five for each value. */
export const minibatchStddev = defineLayer<MinibatchStddevLayer>({
  type: 'example/minibatchStddev',
  schema: {
    $id: 'example/minibatch-stddev.schema.json',
    title: 'MinibatchStddevLayer',
    type: 'object',
    description: 'Appends a channel with the mean standard deviation of the values over the batch.',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: 'example/minibatchStddev' } },
    examples: [{ type: 'example/minibatchStddev' }],
  },
  acrossBatch: true,
  outputShape: (input) => [...input.slice(0, -1), (input.at(-1) ?? 0) + 1],
  flops: (input) => 5 * input.reduce((product, size) => product * size, 1),
  apply: (x) => {
    const centred = tf.sub(x, tf.mean(x, 0));
    const variance = tf.mean(tf.square(centred), 0);
    const spread = tf.mean(tf.sqrt(tf.add(variance, 1e-8)));
    const channel = [...x.shape.slice(0, -1), 1];
    const ones = channel.map(() => 1);
    return tf.concat([x, tf.broadcastTo(tf.reshape(spread, ones), channel)], x.rank - 1);
  },
});
