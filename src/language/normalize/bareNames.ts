import type { ValueRule } from './rule.js';
import { alternatives, tagOf } from './schemaOf.js';

/** `"flatten"` → `{ "type": "flatten" }`, wherever an entry of that type may stand. */
export const bareNames: ValueRule = {
  rule: 'a bare name stands for the entry of that type with its defaults',
  apply: (value, schema, definitions) =>
    typeof value === 'string' &&
    alternatives(schema, definitions).some((choice) => tagOf(choice) === value)
      ? { type: value }
      : value,
};
