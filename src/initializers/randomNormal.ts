import { schemas, type RandomNormalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';

/** Normal distribution with a given mean and standard deviation. */
export const randomNormal = defineInitializer<RandomNormalInitializer>({
  type: 'randomNormal',
  schema: schemas.randomNormal,
  distribution: (_shape, { mean, stddev }) => ({ kind: 'normal', mean, stddev }),
});
