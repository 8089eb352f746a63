import type { ValueRule } from './rule.js';
import { alternatives, tagsOf } from './schemaOf.js';

/** `"flatten"` → `{ "type": "flatten" }`, wherever an entry of that type may stand. */
export const bareNames: ValueRule = {
  rule: 'a bare name stands for the entry of that type with its defaults',
  apply: (value, schema, definitions) =>
    typeof value === 'string' &&
    alternatives(schema, definitions).some((choice) => tagsOf(choice).includes(value))
      ? { type: value }
      : value,
};
