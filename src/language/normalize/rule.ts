/** The rules of normalization: a sentence about the language each, and the function that makes it true. */
import { mapAlong } from '../schema/along.js';
import type { Definitions } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A rule about a value and the schemas that it may have; applied to a value before those inside it. */
export interface ValueRule {
  readonly rule: string;
  readonly apply: (
    value: unknown,
    choices: readonly JsonSchema[],
    definitions: Definitions,
  ) => unknown;
}

/** A rule about a whole spec in which every name and default is written out. */
export interface SpecRule {
  readonly rule: string;
  readonly apply: (spec: JsonObject) => JsonObject;
}

/** Applies rules, in their order, to a value and to all values inside it, including those that a rule inserts. */
export function applyRules(
  rules: readonly ValueRule[],
  value: unknown,
  schema: JsonSchema,
  definitions: Definitions,
): unknown {
  return mapAlong(value, schema, definitions, (place) =>
    rules.reduce((current, { apply }) => apply(current, place.choices, definitions), place.value),
  );
}
