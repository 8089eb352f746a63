import type { SpecRule } from './rule.js';

/** The address is for editors, and relative to a file that the normal spec is not part of. */
export const schemaAddress: SpecRule = {
  rule: 'the address of the schema is left out',
  apply: (spec) => Object.fromEntries(Object.entries(spec).filter(([key]) => key !== '$schema')),
};
