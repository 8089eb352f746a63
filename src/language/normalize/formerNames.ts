import { isObject } from '../schema/mapSubschemas.js';
import type { ValueRule } from './rule.js';
import { schemaOf, tagOf } from './schemaOf.js';

/** `{ "type": "reLU" }` → `{ "type": "relu" }`. */
export const formerNames: ValueRule = {
  rule: 'a former name of a word stands for the word',
  apply: (value, schema, definitions) => {
    if (!isObject(value)) return value;
    const own = schemaOf(value, schema, definitions);
    const tag = own && tagOf(own);
    return tag === undefined || tag === value['type'] ? value : { ...value, type: tag };
  },
};
