import { schemas, type ZerosInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';

/** All zeros. */
export const zeros = defineInitializer<ZerosInitializer>({
  type: 'zeros',
  schema: schemas.zeros,
  distribution: () => ({ kind: 'constant', value: 0 }),
});
