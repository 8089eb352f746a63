import { schema, type InstanceNormLayer } from '../generated/layers/instanceNorm.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { channelsOfPlaces, placeAxes } from './shared/channels.js';
import {
  checkNormalized,
  momentsOver,
  normalizationParameters,
  scaleAndShift,
} from './shared/normalization.js';

/**
 * Instance normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, each channel of each sample by itself.
 *
 * Mean and biased variance are those over all places (height and width); gamma and beta: `[channels]`. There are no
 * running statistics: training and sampling compute the same. FLOPs: 7 for each value.
 *
 * @source Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022, eq. (2)
 */
export const instanceNorm = defineLayer<InstanceNormLayer>({
  type: 'instanceNorm',
  schema,
  outputShape: (input) => {
    const channels = channelsOfPlaces(input, 'instanceNorm');
    checkNormalized(sizeOf(input) / channels, 'instanceNorm');
    return input;
  },
  parameters: (input, config, initialize) =>
    normalizationParameters(config, initialize, [channelsOfPlaces(input, 'instanceNorm')]),
  flops: (input) => 7 * sizeOf(input),
  apply: (x, { epsilon }, { gamma, beta }) => {
    const { centred, variance } = momentsOver(x, placeAxes(x.rank));
    return scaleAndShift(centred, variance, epsilon, gamma, beta);
  },
});
