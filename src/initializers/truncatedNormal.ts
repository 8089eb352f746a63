import {
  schema,
  type TruncatedNormalInitializer,
} from '../generated/initializers/truncatedNormal.js';
import { defineInitializer } from '../entries/define.js';

/**
 * Normal distribution, redrawn beyond two standard deviations. `stddev` is that of the normal before truncation,
 * as in Keras; the numbers drawn have 0.8796 times that.
 */
export const truncatedNormal = defineInitializer<TruncatedNormalInitializer>({
  type: 'truncatedNormal',
  schema,
  distribution: (_shape, { mean, stddev }) => ({ kind: 'truncatedNormal', mean, stddev }),
});
