import { schemas, type HeUniformInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { uniformWithVariance } from './shared/withVariance.js';

/**
 * He (Kaiming) uniform: uniform on [−b, b] with b = gain·√(6 / fanIn), so that the variance is gain²·2 / fanIn.
 *
 * @source He et al. 2015, arXiv:1502.01852, eq. (10)
 */
export const heUniform = defineInitializer<HeUniformInitializer>({
  type: 'heUniform',
  schema: schemas.heUniform,
  distribution: (shape, { gain }) => {
    const { fanIn } = fansOf(shape);
    return uniformWithVariance((gain ** 2 * 2) / fanIn);
  },
});
