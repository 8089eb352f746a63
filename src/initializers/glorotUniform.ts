import { schemas, type GlorotUniformInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { uniformWithVariance } from './shared/withVariance.js';

/**
 * Glorot (Xavier) uniform: uniform on [−b, b] with b = gain·√(6 / (fanIn + fanOut)), so that the variance is
 * gain²·2 / (fanIn + fanOut).
 *
 * @source Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", eq. (16)
 */
export const glorotUniform = defineInitializer<GlorotUniformInitializer>({
  type: 'glorotUniform',
  schema: schemas.glorotUniform,
  distribution: (shape, { gain }) => {
    const { fanIn, fanOut } = fansOf(shape);
    return uniformWithVariance((gain ** 2 * 2) / (fanIn + fanOut));
  },
});
