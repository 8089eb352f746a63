/** A spec as people write it → the one form that later stages read. */
import { isObject } from '../schema/mapSubschemas.js';
import type { Registry } from '../../entries/registry.js';
import { languageOf } from '../language.js';
import type { NormalSpec } from '../normalSpec.js';
import { bareNames } from './bareNames.js';
import { defaults } from './defaults.js';
import { formerNames } from './formerNames.js';
import { inputLists } from './inputLists.js';
import { layerInputs } from './layerInputs.js';
import { layerNames } from './layerNames.js';
import { parameters } from './parameters.js';
import { penaltyNames } from './penaltyNames.js';
import { applyRules, type JsonObject, type SpecRule, type ValueRule } from './rule.js';
import { schemaAddress } from './schemaAddress.js';

/** First, at every value from the outside in. */
export const valueRules: readonly ValueRule[] = [bareNames, formerNames, defaults];

/** Then, on the spec as a whole, in this order. */
export const specRules: readonly SpecRule[] = [
  schemaAddress,
  parameters,
  layerNames,
  layerInputs,
  inputLists,
  penaltyNames,
];

/**
 * Writes out whatever a spec leaves unsaid. Values are filled in, never moved: a JSON Pointer means the same before and after.
 * The result is itself a valid spec, and normalizes to itself.
 * @param value A spec that `validate` has found no error in.
 */
export function normalize(value: unknown, registry: Registry): NormalSpec {
  const { schema, definitions } = languageOf(registry);
  const complete = applyRules(valueRules, value, schema, definitions);
  const spec = specRules.reduce<JsonObject>(
    (current, { apply }) => apply(current),
    isObject(complete) ? complete : {},
  );
  // The value is valid and its defaults are filled in; the type is made from the same schema.
  return spec as unknown as NormalSpec;
}
