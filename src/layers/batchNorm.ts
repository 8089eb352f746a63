import { schemas, type BatchNormLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import type { Hyperparameter } from '../entries/config.js';
import { defineConditionedLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf, type Tensor } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { conditioned, conditionedParameters } from './shared/conditionedNormalization.js';
import { normalizationParameters, scaleAndShift } from './shared/normalization.js';
import { weight } from './shared/weight.js';

/**
 * Batch normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, for each channel (last axis).
 *
 * In training, mean and biased variance (divided by the count) are taken over all axes of the batch but the last, and
 * update the running statistics: moving ← momentum · moving + (1 − momentum) · batch, with the biased variance as in
 * Keras (PyTorch uses the unbiased variance there, and its momentum is 1 − momentum). In inference, the running
 * statistics are used instead; without `runningStatistics` there are none, and inference is as training. gamma, beta,
 * movingMean, movingVariance: `[channels]`.
 *
 * With a condition c `[size]`, a one-hot class or a latent vector, gamma + c · gammaKernel and beta + c · betaKernel
 * replace gamma and beta; the kernels `[size, channels]` start at zero. Without `sharedAffine`, 1 and 0 stand in place of
 * the trained gamma and beta that all conditions share. The statistics are those of all conditions. FLOPs: 6 per value,
 * plus the two products with the condition.
 *
 * @source Ioffe & Szegedy 2015, arXiv:1502.03167, Algorithm 1; de Vries et al. 2017, arXiv:1707.00683, eq. (5) for
 *   classes; Brock et al. 2019, arXiv:1809.11096, appendix B, for latent vectors
 */
export const batchNorm = defineConditionedLayer<BatchNormLayer>({
  type: 'batchNorm',
  schema: schemas.batchNorm,
  acrossBatch: true,
  conditionOptional: true,
  outputShape: (input) => input,
  // A single value equals its mean, so the output would not depend on the input.
  minBatchSize: (input) => (sizeOf(input) > lastSize(input, 'batchNorm') ? 1 : 2),
  parameters: (input, condition, config, initialize) => {
    const channels = lastSize(input, 'batchNorm');
    if (!condition && !config.sharedAffine) {
      throw new LayerShapeError(
        'batchNorm without "sharedAffine" has gamma and beta of a condition alone, but reads none',
        'Set "sharedAffine" to true, or let it read a second input; for no gamma and beta at all, set "scale" and "center" to false.',
        'sharedAffine',
      );
    }
    const statistic = (name: string, value: number) =>
      ({
        name,
        shape: [channels],
        initial: { kind: 'constant', value },
        trainable: false,
      }) as const;
    return [
      ...(condition
        ? conditionedParameters(config, initialize, condition, channels, 'batchNorm')
        : normalizationParameters(config, initialize, [channels])),
      ...(config.runningStatistics
        ? [statistic('movingMean', 0), statistic('movingVariance', 1)]
        : []),
    ];
  },
  flops: (input, condition, _output, { center, scale }) =>
    6 * sizeOf(input) +
    2 * (Number(center) + Number(scale)) * (condition?.[0] ?? 0) * lastSize(input, 'batchNorm'),
  apply: (x, condition, { runningStatistics, momentum, epsilon }, weights, context) => {
    const gamma = conditioned('gamma', condition, weights, x.rank);
    const beta = conditioned('beta', condition, weights, x.rank);
    if (runningStatistics && !context.training) {
      const movingMean = weight(weights, 'movingMean');
      const movingVariance = weight(weights, 'movingVariance');
      return scaleAndShift(tf.sub(x, movingMean), movingVariance, epsilon, gamma, beta);
    }
    const axes = x.shape.map((_size, axis) => axis).slice(0, -1);
    const mean = tf.mean(x, axes);
    const centred = tf.sub(x, mean);
    const variance = tf.mean(tf.square(centred), axes);
    if (runningStatistics) {
      const update = (name: string, batch: Tensor): void => {
        context.update(name, movingAverage(weight(weights, name), batch, momentum));
      };
      update('movingMean', mean);
      update('movingVariance', variance);
    }
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});

/** Exponential moving average: momentum · moving + (1 − momentum) · batch. */
function movingAverage(moving: Tensor, batch: Tensor, momentum: Hyperparameter): Tensor {
  const rate = typeof momentum === 'number' ? 1 - momentum : tf.sub(1, momentum);
  return tf.add(moving, tf.mul(rate, tf.sub(batch, moving)));
}
