import { schemas, type TruncatedNormalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';

/**
 * Normal distribution truncated at two standard deviations. `stddev` is the standard deviation before truncation, as in
 * Keras; that of the drawn numbers is 0.8796 times as large.
 */
export const truncatedNormal = defineInitializer<TruncatedNormalInitializer>({
  type: 'truncatedNormal',
  schema: schemas.truncatedNormal,
  distribution: (_shape, { mean, stddev }) => ({ kind: 'truncatedNormal', mean, stddev }),
});
