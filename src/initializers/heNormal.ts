import { schema, type HeNormalInitializer } from '../generated/initializers/heNormal.js';
import { defineInitializer } from '../entries/define.js';
import { fansOf } from './shared/fans.js';
import { truncatedWithVariance } from './shared/withVariance.js';

/**
 * Kaiming normal: normal, truncated at two standard deviations, whose variance after truncation is gain²·2 / fanIn.
 * So does Keras; tfjs-layers does not correct for the truncation and draws numbers 12 % smaller.
 *
 * @source He et al. 2015, arXiv:1502.01852, eq. (10)
 */
export const heNormal = defineInitializer<HeNormalInitializer>({
  type: 'heNormal',
  schema,
  distribution: (shape, { gain }) => {
    const { fanIn } = fansOf(shape);
    return truncatedWithVariance((gain ** 2 * 2) / fanIn);
  },
});
