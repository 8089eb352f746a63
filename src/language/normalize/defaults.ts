import { fits, propertiesOf } from '../schema/choices.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { ValueRule } from './rule.js';

/** Options come out in the order of the schema, so that equal specs look equal. */
export const defaults: ValueRule = {
  rule: 'an option that is not given has the default of its schema',
  apply: (value, choices) => {
    const own = choices.find((choice) => fits(value, choice));
    if (!isObject(value) || own === undefined) return value;
    const options = Object.entries(propertiesOf(own)).flatMap(([key, option]) => {
      if (Object.hasOwn(value, key)) return [[key, value[key]] as const];
      return isObject(option) && 'default' in option ? [[key, option['default']] as const] : [];
    });
    return { ...Object.fromEntries(options), ...value };
  },
};
