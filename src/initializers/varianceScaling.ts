import { schemas, type VarianceScalingInitializer } from '../generated/initializers.js';
import type { Distribution } from '../random/distribution.js';
import { defineInitializer } from '../entries/initializer.js';
import type { HostConfig } from '../entries/config.js';
import { fansOf } from './shared/fans.js';
import {
  normalWithVariance,
  truncatedWithVariance,
  uniformWithVariance,
} from './shared/withVariance.js';

type Options = HostConfig<VarianceScalingInitializer>;

const distributions: Readonly<Record<Options['distribution'], (variance: number) => Distribution>> =
  {
    truncatedNormal: truncatedWithVariance,
    normal: normalWithVariance,
    uniform: uniformWithVariance,
  };

const divisors: Readonly<Record<Options['mode'], (fans: ReturnType<typeof fansOf>) => number>> = {
  fanIn: ({ fanIn }) => fanIn,
  fanOut: ({ fanOut }) => fanOut,
  fanAvg: ({ fanIn, fanOut }) => (fanIn + fanOut) / 2,
};

/**
 * Distribution with mean 0 and variance scale / fan, with the fan selected by `mode`. Scale 1 with `fanAvg` gives the
 * Glorot initializers, scale 2 with `fanIn` the He and scale 1 with `fanIn` the LeCun initializers. The variance is that
 * after truncation, as in Keras, whose "untruncated_normal" is "normal" here; the "normal" of tfjs-layers is truncated
 * without this correction.
 *
 * @source He et al. 2015, arXiv:1502.01852, section 2.2
 */
export const varianceScaling = defineInitializer<VarianceScalingInitializer>({
  type: 'varianceScaling',
  schema: schemas.varianceScaling,
  distribution: (shape, { scale, mode, distribution }) =>
    distributions[distribution](scale / divisors[mode](fansOf(shape))),
});
