import { schema, type HeUniformInitializer } from '../generated/initializers/heUniform.js';
import { defineInitializer } from '../registry/define.js';
import { fansOf } from './scaling/fans.js';
import { uniformWithVariance } from './scaling/varianceScaling.js';

/**
 * Kaiming uniform: uniform on [−b, b], b = √(6 / fanIn), whose variance is 2 / fanIn.
 *
 * @source He et al. 2015, arXiv:1502.01852, eq. (10)
 */
export const heUniform = defineInitializer<HeUniformInitializer>({
  type: 'heUniform',
  schema,
  distribution: (shape) => {
    const { fanIn } = fansOf(shape);
    return uniformWithVariance(2 / fanIn);
  },
});
