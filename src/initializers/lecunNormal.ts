import { schemas, type LecunNormalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { truncatedWithVariance } from './shared/withVariance.js';

/**
 * LeCun normal: a normal distribution truncated at two standard deviations, with variance gain² / fanIn after
 * truncation, as in Keras. tfjs-layers does not correct for the truncation, so its standard deviation is 12 % smaller.
 *
 * @source LeCun, Bottou, Orr, Müller 1998, "Efficient BackProp", eq. (16)
 */
export const lecunNormal = defineInitializer<LecunNormalInitializer>({
  type: 'lecunNormal',
  schema: schemas.lecunNormal,
  distribution: (shape, { gain }) => {
    const { fanIn } = fansOf(shape);
    return truncatedWithVariance(gain ** 2 / fanIn);
  },
});
