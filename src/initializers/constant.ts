import { schemas, type ConstantInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';

/** The same number everywhere. */
export const constant = defineInitializer<ConstantInitializer>({
  type: 'constant',
  schema: schemas.constant,
  distribution: (_shape, { value }) => ({ kind: 'constant', value }),
});
