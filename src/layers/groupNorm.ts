import { schemas, type GroupNormLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf, type Tensor } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { channelsPerPart, spatialAxes } from './shared/channels.js';
import {
  checkNormalized,
  momentsOver,
  normalizationParameters,
  scaleAndShift,
} from './shared/normalization.js';

/**
 * Group normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, for each group of adjacent channels of each
 * sample separately.
 *
 * Mean and biased variance are taken over all positions and the channels of the group; gamma and beta: `[channels]`.
 * There are no running statistics: training and inference compute the same. FLOPs: 7 per value.
 *
 * @source Wu & He 2018, arXiv:1803.08494, eqs. (1), (2), (7)
 */
export const groupNorm = defineLayer<GroupNormLayer>({
  type: 'groupNorm',
  schema: schemas.groupNorm,
  outputShape: (input, { groups }) => {
    channelsPerPart(lastSize(input, 'groupNorm'), groups, 'groupNorm', 'groups');
    checkNormalized(sizeOf(input) / groups, 'groupNorm');
    return input;
  },
  parameters: (input, config, initialize) =>
    normalizationParameters(config, initialize, [lastSize(input, 'groupNorm')]),
  flops: (input) => 7 * sizeOf(input),
  apply: (x, { groups, epsilon }, { gamma, beta }) => {
    const groupSize = lastSize(x.shape, 'groupNorm') / groups;
    const grouped = tf.reshape(x, [...x.shape.slice(0, -1), groups, groupSize]);
    const { centred, variance } = momentsOver(grouped, [...spatialAxes(x.rank), x.rank]);
    const inGroups = (parameter: Tensor | undefined): Tensor | undefined =>
      parameter && tf.reshape(parameter, [groups, groupSize]);
    const y = scaleAndShift(centred, variance, epsilon, inGroups(gamma), inGroups(beta));
    return tf.reshape(y, x.shape);
  },
});
