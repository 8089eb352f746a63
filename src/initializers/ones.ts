import { schema, type OnesInitializer } from '../generated/initializers/ones.js';
import { defineInitializer } from '../entries/initializer.js';

/** All ones. */
export const ones = defineInitializer<OnesInitializer>({
  type: 'ones',
  schema,
  distribution: () => ({ kind: 'constant', value: 1 }),
});
