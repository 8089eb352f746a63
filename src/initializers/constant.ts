import { schema, type ConstantInitializer } from '../generated/initializers/constant.js';
import { defineInitializer } from '../entries/initializer.js';

/** The same number everywhere. */
export const constant = defineInitializer<ConstantInitializer>({
  type: 'constant',
  schema,
  distribution: (_shape, { value }) => ({ kind: 'constant', value }),
});
