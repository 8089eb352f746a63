import { fits, tagOf } from '../schema/choices.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { ValueRule } from './rule.js';

/** `{ "type": "reLU" }` → `{ "type": "relu" }`. */
export const formerNames: ValueRule = {
  rule: 'a former name of a word stands for the word',
  apply: (value, choices) => {
    if (!isObject(value)) return value;
    const own = choices.find((choice) => fits(value, choice));
    const tag = own && tagOf(own);
    return tag === undefined || tag === value['type'] ? value : { ...value, type: tag };
  },
};
