import { schemas, type OnesInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';

/** All ones. */
export const ones = defineInitializer<OnesInitializer>({
  type: 'ones',
  schema: schemas.ones,
  distribution: () => ({ kind: 'constant', value: 1 }),
});
