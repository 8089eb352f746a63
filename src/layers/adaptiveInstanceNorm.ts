import { schemas, type AdaptiveInstanceNormLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineConditionedLayer } from '../entries/layer.js';
import { spatialChannels, spatialAxes } from './shared/channels.js';
import { conditionSize } from './shared/condition.js';
import { conditioned, conditionedParameters } from './shared/conditionedNormalization.js';
import { checkNormalized, momentsOver, scaleAndShift } from './shared/normalization.js';

/**
 * Adaptive instance normalization: y = gamma(s) · (x − mean) / √(variance + epsilon) + beta(s), for each channel of each
 * sample separately, with gain and offset computed from a style s.
 *
 *   x `[batch, …spatial, channels]`, s `[batch, size]`
 *   gamma(s) = gamma + s · gammaKernel,   beta(s) = beta + s · betaKernel,   kernels `[size, channels]`
 *
 * gamma starts at 1 and beta at 0, so this is StyleGAN's (1 + y_s) · normalized + y_b. There are no running statistics:
 * training and inference compute the same. FLOPs: 7 per value, plus the two products with the style.
 *
 * @source Huang & Belongie 2017, arXiv:1703.06868, eq. (8); Karras, Laine, Aila 2019, arXiv:1812.04948, eq. (1)
 */
export const adaptiveInstanceNorm = defineConditionedLayer<AdaptiveInstanceNormLayer>({
  type: 'adaptiveInstanceNorm',
  schema: schemas.adaptiveInstanceNorm,
  outputShape: (input, style) => {
    const channels = spatialChannels(input, 'adaptiveInstanceNorm');
    checkNormalized(sizeOf(input) / channels, 'adaptiveInstanceNorm');
    conditionSize(style, 'adaptiveInstanceNorm');
    return input;
  },
  parameters: (input, style, config, initialize) =>
    conditionedParameters(
      { ...config, center: true, scale: true, sharedAffine: true },
      initialize,
      style ?? [],
      spatialChannels(input, 'adaptiveInstanceNorm'),
      'adaptiveInstanceNorm',
    ),
  flops: (input, style) =>
    7 * sizeOf(input) +
    4 *
      conditionSize(style, 'adaptiveInstanceNorm') *
      spatialChannels(input, 'adaptiveInstanceNorm'),
  apply: (x, style, { epsilon }, weights) => {
    const { centred, variance } = momentsOver(x, spatialAxes(x.rank));
    const gamma = conditioned('gamma', style, weights, x.rank);
    const beta = conditioned('beta', style, weights, x.rank);
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});
