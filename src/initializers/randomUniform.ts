import { schema, type RandomUniformInitializer } from '../generated/initializers/randomUniform.js';
import { defineInitializer } from '../registry/define.js';

/**
 * Uniform distribution on [minval, maxval).
 */
export const randomUniform = defineInitializer<RandomUniformInitializer>({
  type: 'randomUniform',
  schema,
  distribution: (_shape, { minval, maxval }) => ({ kind: 'uniform', low: minval, high: maxval }),
});
