import { schema, type BatchNormLayer } from '../generated/layers/batchNorm.js';
import { sizeOf } from '../ir/tensorType.js';
import type { Hyperparameter } from '../registry/config.js';
import { defineLayer } from '../registry/define.js';
import { tf, type Tensor } from '../tf.js';
import { lastSize } from './geometry/axis.js';
import { normalizationParameters, scaleAndShift } from './weights/normalization.js';
import { weight } from './weights/weight.js';

/**
 * Batch normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, for each place of the last axis.
 *
 * In training mean and variance are those of the batch over all axes but the last, the variance being the biased one
 * (divided by the count), and they move the running statistics: moving ← momentum · moving + (1 − momentum) · batch,
 * with the biased variance as in Keras (PyTorch takes the unbiased one, and calls 1 − momentum its momentum).
 * Elsewhere the running statistics take their place. gamma, beta, movingMean, movingVariance: `[channels]`.
 * FLOPs: 6 for each value.
 *
 * @source Ioffe & Szegedy 2015, arXiv:1502.03167, Algorithm 1
 */
export const batchNorm = defineLayer<BatchNormLayer>({
  type: 'batchNorm',
  schema,
  acrossBatch: true,
  outputShape: (input) => input,
  parameters: (input, config, initialize) => {
    const shape = [lastSize(input, 'batchNorm')];
    const statistic = (name: string, value: number) =>
      ({ name, shape, initial: { kind: 'constant', value }, trainable: false }) as const;
    return [
      ...normalizationParameters(config, initialize, shape),
      statistic('movingMean', 0),
      statistic('movingVariance', 1),
    ];
  },
  flops: (input) => 6 * sizeOf(input),
  apply: (x, { momentum, epsilon }, weights, context) => {
    const { gamma, beta } = weights;
    const movingMean = weight(weights, 'movingMean');
    const movingVariance = weight(weights, 'movingVariance');
    if (!context.training) {
      return scaleAndShift(tf.sub(x, movingMean), movingVariance, epsilon, gamma, beta);
    }
    const axes = x.shape.map((_size, axis) => axis).slice(0, -1);
    const mean = tf.mean(x, axes);
    const centred = tf.sub(x, mean);
    const variance = tf.mean(tf.square(centred), axes);
    context.update('movingMean', moved(movingMean, mean, momentum));
    context.update('movingVariance', moved(movingVariance, variance, momentum));
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});

/** momentum · moving + (1 − momentum) · batch. */
function moved(moving: Tensor, batch: Tensor, momentum: Hyperparameter): Tensor {
  const share = typeof momentum === 'number' ? 1 - momentum : tf.sub(1, momentum);
  return tf.add(moving, tf.mul(share, tf.sub(batch, moving)));
}
