import { schemas, type HeNormalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { truncatedWithVariance } from './shared/withVariance.js';

/**
 * He (Kaiming) normal: a normal distribution truncated at two standard deviations, with variance gain²·2 / fanIn after
 * truncation, as in Keras. tfjs-layers does not correct for the truncation, so its standard deviation is 12 % smaller.
 *
 * @source He et al. 2015, arXiv:1502.01852, eq. (10)
 */
export const heNormal = defineInitializer<HeNormalInitializer>({
  type: 'heNormal',
  schema: schemas.heNormal,
  distribution: (shape, { gain }) => {
    const { fanIn } = fansOf(shape);
    return truncatedWithVariance((gain ** 2 * 2) / fanIn);
  },
});
