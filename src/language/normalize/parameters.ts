import type { SpecRule } from './rule.js';

export const parameters: SpecRule = {
  rule: 'parameters are left out: every expression has become its number',
  apply: (spec) => Object.fromEntries(Object.entries(spec).filter(([key]) => key !== 'parameters')),
};
