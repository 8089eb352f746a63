import { schemas, type RandomUniformInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';

/**
 * Uniform distribution on [minval, maxval).
 *
 * @throws LayerShapeError if minval is above maxval.
 */
export const randomUniform = defineInitializer<RandomUniformInitializer>({
  type: 'randomUniform',
  schema: schemas.randomUniform,
  distribution: (_shape, { minval, maxval }) => {
    if (minval <= maxval) return { kind: 'uniform', low: minval, high: maxval };
    throw new LayerShapeError(
      `the initializer "randomUniform" has no numbers from a minval of ${minval} to a maxval of ${maxval}`,
      'Let minval be the lower bound and maxval the upper one.',
    );
  },
});
