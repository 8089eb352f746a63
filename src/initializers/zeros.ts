import { schema, type ZerosInitializer } from '../generated/initializers/zeros.js';
import { defineInitializer } from '../entries/initializer.js';

/** All zeros. */
export const zeros = defineInitializer<ZerosInitializer>({
  type: 'zeros',
  schema,
  distribution: () => ({ kind: 'constant', value: 0 }),
});
