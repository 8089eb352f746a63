import { tagsOf } from '../schema/choices.js';
import type { ValueRule } from './rule.js';

/** `"flatten"` → `{ "type": "flatten" }`, wherever an entry of that type may stand. */
export const bareNames: ValueRule = {
  rule: 'a bare name stands for the entry of that type with its defaults',
  apply: (value, choices) =>
    typeof value === 'string' && choices.some((choice) => tagsOf(choice).includes(value))
      ? { type: value }
      : value,
};
