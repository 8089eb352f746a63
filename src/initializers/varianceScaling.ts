import {
  schema,
  type VarianceScalingInitializer,
} from '../generated/initializers/varianceScaling.js';
import type { Distribution } from '../random/distribution.js';
import { defineInitializer } from '../entries/define.js';
import type { HostConfig } from '../entries/entries.js';
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
 * Mean 0 and variance scale / fan, the fan chosen by `mode`. Glorot's initializers are scale 1 with `fanAvg`, He's are
 * scale 2 and LeCun's scale 1 with `fanIn`. The variance is that after truncation, as in Keras, whose
 * "untruncated_normal" is our "normal"; the "normal" of tfjs-layers is truncated, and not corrected for that.
 *
 * @source He et al. 2015, arXiv:1502.01852, section 2.2
 */
export const varianceScaling = defineInitializer<VarianceScalingInitializer>({
  type: 'varianceScaling',
  schema,
  distribution: (shape, { scale, mode, distribution }) =>
    distributions[distribution](scale / divisors[mode](fansOf(shape))),
});
