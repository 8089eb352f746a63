import { schemas, type InstanceNormLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { spatialChannels, spatialAxes } from './shared/channels.js';
import {
  checkNormalized,
  momentsOver,
  normalizationParameters,
  scaleAndShift,
} from './shared/normalization.js';

/**
 * Instance normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, for each channel of each sample
 * separately.
 *
 * Mean and biased variance are taken over all positions (height and width); gamma and beta: `[channels]`. There are no
 * running statistics: training and inference compute the same. FLOPs: 7 per value.
 *
 * @source Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022, eq. (2)
 */
export const instanceNorm = defineLayer<InstanceNormLayer>({
  type: 'instanceNorm',
  schema: schemas.instanceNorm,
  outputShape: (input) => {
    const channels = spatialChannels(input, 'instanceNorm');
    checkNormalized(sizeOf(input) / channels, 'instanceNorm');
    return input;
  },
  parameters: (input, config, initialize) =>
    normalizationParameters(config, initialize, [spatialChannels(input, 'instanceNorm')]),
  flops: (input) => 7 * sizeOf(input),
  apply: (x, { epsilon }, { gamma, beta }) => {
    const { centred, variance } = momentsOver(x, spatialAxes(x.rank));
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});
