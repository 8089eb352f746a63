import { schemas, type LecunUniformInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { fansOf } from './shared/fans.js';
import { uniformWithVariance } from './shared/withVariance.js';

/**
 * LeCun uniform: uniform on [−b, b] with b = gain·√(3 / fanIn), so that the variance is gain² / fanIn.
 *
 * @source LeCun, Bottou, Orr, Müller 1998, "Efficient BackProp", eq. (16)
 */
export const lecunUniform = defineInitializer<LecunUniformInitializer>({
  type: 'lecunUniform',
  schema: schemas.lecunUniform,
  distribution: (shape, { gain }) => {
    const { fanIn } = fansOf(shape);
    return uniformWithVariance(gain ** 2 / fanIn);
  },
});
