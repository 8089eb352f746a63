import { schema, type MinibatchStdDevLayer } from '../generated/layers/minibatchStdDev.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { channelsOfPart } from './shared/channels.js';

/**
 * Minibatch standard deviation: the input with `channels` more channels, which say how much the samples of a group
 * differ.
 *
 * The batch falls into groups of `groupSize` samples; where that does not divide the batch, of the largest number
 * below it that does, but not of one: a sample differs from nothing then, so the smallest number above it is taken.
 * As in StyleGAN, of M groups samples m, m + M, m + 2M, … are one. For each place and channel √(variance over the
 * group + 1e-8) is taken, and its mean over all places and each of `channels` equal parts of the channels is what every
 * place of every sample of the group gets. FLOPs: 4 for each value.
 *
 *   `[batch, …places, in]` → `[batch, …places, in + channels]`
 *
 * @source Karras et al. 2018, arXiv:1710.10196, section 3; `minibatch_stddev_layer` of StyleGAN2
 */
export const minibatchStdDev = defineLayer<MinibatchStdDevLayer>({
  type: 'minibatchStdDev',
  schema,
  acrossBatch: true,
  outputShape: (input, { channels }) => {
    const size = lastSize(input, 'minibatchStdDev');
    channelsOfPart(size, channels, 'minibatchStdDev', 'channels');
    return input.with(-1, size + channels);
  },
  leastBatch: () => 2,
  flops: (input) => 4 * sizeOf(input),
  apply: (x, { groupSize, channels }) => {
    const [batch = 1, ...sample] = x.shape;
    const places = sample.slice(0, -1);
    const size = groupOf(batch, groupSize);
    const part = lastSize(sample, 'minibatchStdDev') / channels;
    const grouped = tf.reshape(x, [size, batch / size, ...places, channels, part]);
    const centred = tf.sub(grouped, tf.mean(grouped, 0, true));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), 0), 1e-8));
    const averaged = [...places.map((_size, place) => place + 1), places.length + 2];
    const kept = [batch / size, ...places.map(() => 1), channels];
    const statistic = tf.reshape(tf.mean(deviation, averaged), kept);
    const all = tf.broadcastTo(statistic, [size, batch / size, ...places, channels]);
    return tf.concat([x, tf.reshape(all, [batch, ...places, channels])], -1);
  },
});

/** The largest divisor of the batch that is not above `most`, or else the smallest, of those above 1. */
function groupOf(batch: number, most: number): number {
  const sizes = Array.from({ length: batch - 1 }, (_, i) => i + 2).filter((n) => batch % n === 0);
  return sizes.findLast((size) => size <= most) ?? sizes[0] ?? 1;
}
