import type { SpecRule } from './rule.js';

/** It is for editors, and relative to a file that the normal spec is not. */
export const schemaAddress: SpecRule = {
  rule: 'the address of the schema is left out',
  apply: (spec) => Object.fromEntries(Object.entries(spec).filter(([key]) => key !== '$schema')),
};
