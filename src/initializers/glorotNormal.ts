import { schema, type GlorotNormalInitializer } from '../generated/initializers/glorotNormal.js';
import { defineInitializer } from '../entries/define.js';
import { fansOf } from './shared/fans.js';
import { truncatedWithVariance } from './shared/withVariance.js';

/**
 * Xavier normal: normal, truncated at two standard deviations, whose variance after truncation is gain²·2 / (fanIn + fanOut).
 * So does Keras; tfjs-layers does not correct for the truncation and draws numbers 12 % smaller.
 *
 * @source Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", eq. (16)
 */
export const glorotNormal = defineInitializer<GlorotNormalInitializer>({
  type: 'glorotNormal',
  schema,
  distribution: (shape, { gain }) => {
    const { fanIn, fanOut } = fansOf(shape);
    return truncatedWithVariance((gain ** 2 * 2) / (fanIn + fanOut));
  },
});
