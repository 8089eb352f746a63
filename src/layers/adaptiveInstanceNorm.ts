import {
  schema,
  type AdaptiveInstanceNormLayer,
} from '../generated/layers/adaptiveInstanceNorm.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineConditionedLayer } from '../entries/define.js';
import { channelsOfPlaces, placeAxes } from './shared/channels.js';
import { conditionSize } from './shared/condition.js';
import { conditioned, conditionedParameters } from './shared/conditionedNormalization.js';
import { checkNormalized, momentsOver, scaleAndShift } from './shared/normalization.js';

/**
 * Adaptive instance normalization: y = gamma(s) · (x − mean) / √(variance + epsilon) + beta(s), each channel of each
 * sample by itself, with gain and offset from a style s.
 *
 *   x `[batch, …places, channels]`, s `[batch, size]`
 *   gamma(s) = gamma + s · gammaKernel,   beta(s) = beta + s · betaKernel,   kernels `[size, channels]`
 *
 * gamma is 1 and beta 0 at first, so this is StyleGAN's (1 + y_s) · normalized + y_b. There are no running
 * statistics: training and sampling compute the same. FLOPs: 7 for each value, and those of the two products.
 *
 * @source Huang & Belongie 2017, arXiv:1703.06868, eq. (8); Karras, Laine, Aila 2019, arXiv:1812.04948, eq. (1)
 */
export const adaptiveInstanceNorm = defineConditionedLayer<AdaptiveInstanceNormLayer>({
  type: 'adaptiveInstanceNorm',
  schema,
  outputShape: (input, style) => {
    const channels = channelsOfPlaces(input, 'adaptiveInstanceNorm');
    checkNormalized(sizeOf(input) / channels, 'adaptiveInstanceNorm');
    conditionSize(style, 'adaptiveInstanceNorm');
    return input;
  },
  parameters: (input, style, config, initialize) =>
    conditionedParameters(
      { ...config, center: true, scale: true },
      initialize,
      style ?? [],
      channelsOfPlaces(input, 'adaptiveInstanceNorm'),
      'adaptiveInstanceNorm',
    ),
  flops: (input, style) =>
    7 * sizeOf(input) +
    4 *
      conditionSize(style, 'adaptiveInstanceNorm') *
      channelsOfPlaces(input, 'adaptiveInstanceNorm'),
  apply: (x, style, { epsilon }, weights) => {
    const { centred, variance } = momentsOver(x, placeAxes(x.rank));
    const gamma = conditioned('gamma', style, weights, x.rank);
    const beta = conditioned('beta', style, weights, x.rank);
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});
