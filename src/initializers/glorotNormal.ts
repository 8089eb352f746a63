import { schemas, type GlorotNormalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { truncatedWithVariance } from './shared/withVariance.js';

/**
 * Glorot (Xavier) normal: a normal distribution truncated at two standard deviations, with variance
 * gain²·2 / (fanIn + fanOut) after truncation, as in Keras. tfjs-layers does not correct for the truncation, so its
 * standard deviation is 12 % smaller.
 *
 * @source Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", eq. (16)
 */
export const glorotNormal = defineInitializer<GlorotNormalInitializer>({
  type: 'glorotNormal',
  schema: schemas.glorotNormal,
  distribution: (shape, { gain }) => {
    const { fanIn, fanOut } = fansOf(shape);
    return truncatedWithVariance((gain ** 2 * 2) / (fanIn + fanOut));
  },
});
