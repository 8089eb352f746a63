import { schemas, type MinibatchStdDevLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { channelsPerPart } from './shared/channels.js';

/**
 * Minibatch standard deviation: appends `channels` channels that measure how much the samples of a group differ, so that
 * mode collapse becomes visible to the discriminator.
 *
 * The batch is divided into groups of `groupSize` samples, or else of the largest smaller size that divides the batch;
 * groups of one sample have no deviation, so if only they remain, the smallest larger divisor is used. As in StyleGAN,
 * with M groups, samples m, m + M, m + 2M, … form one. √(variance over the group + 1e-8) of each position and channel is
 * averaged over all positions and each of `channels` equal parts of the channels; the averages are appended at every
 * position of every sample of the group. FLOPs: 4 per value.
 *
 *   `[batch, …spatial, in]` → `[batch, …spatial, in + channels]`
 *
 * @source Karras et al. 2018, arXiv:1710.10196, section 3; `minibatch_stddev_layer` of StyleGAN2
 */
export const minibatchStdDev = defineLayer<MinibatchStdDevLayer>({
  type: 'minibatchStdDev',
  schema: schemas.minibatchStdDev,
  acrossBatch: true,
  outputShape: (input, { channels }) => {
    const size = lastSize(input, 'minibatchStdDev');
    channelsPerPart(size, channels, 'minibatchStdDev', 'channels');
    return input.with(-1, size + channels);
  },
  minBatchSize: () => 2,
  flops: (input) => 4 * sizeOf(input),
  apply: (x, { groupSize, channels }) => {
    const [batch = 1, ...sample] = x.shape;
    const spatial = sample.slice(0, -1);
    const size = groupSizeFor(batch, groupSize);
    const part = lastSize(sample, 'minibatchStdDev') / channels;
    const grouped = tf.reshape(x, [size, batch / size, ...spatial, channels, part]);
    const centred = tf.sub(grouped, tf.mean(grouped, 0, true));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), 0), 1e-8));
    const averaged = [...spatial.map((_size, index) => index + 1), spatial.length + 2];
    const kept = [batch / size, ...spatial.map(() => 1), channels];
    const statistic = tf.reshape(tf.mean(deviation, averaged), kept);
    const repeated = tf.broadcastTo(statistic, [size, batch / size, ...spatial, channels]);
    return tf.concat([x, tf.reshape(repeated, [batch, ...spatial, channels])], -1);
  },
});

/** Among the divisors of the batch size above 1: the largest that is at most `max`, or else the smallest. */
function groupSizeFor(batch: number, max: number): number {
  const sizes = Array.from({ length: batch - 1 }, (_, i) => i + 2).filter((n) => batch % n === 0);
  return sizes.findLast((size) => size <= max) ?? sizes[0] ?? 1;
}
