/** The fourth stage of the pipeline: a valid spec → the one form that later stages read. */
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
import { networkInitializers } from './networkInitializers.js';
import { parameters } from './parameters.js';
import { penaltyNames } from './penaltyNames.js';
import { applyRules, type JsonObject, type SpecRule, type ValueRule } from './rule.js';
import { schemaAddress } from './schemaAddress.js';

/** The rules that are applied first, to every value from the outside in. */
export const valueRules: readonly ValueRule[] = [
  bareNames,
  formerNames,
  networkInitializers,
  defaults,
];

/** The rules that are applied then, in this order, to the spec as a whole. */
export const specRules: readonly SpecRule[] = [
  schemaAddress,
  parameters,
  layerNames,
  layerInputs,
  inputLists,
  penaltyNames,
];

/**
 * Fills in defaults, names and inputs. No value is moved, so a JSON Pointer means the same before and after.
 * The result is itself a valid spec, and normalizes to itself.
 * @param value A spec without errors.
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
