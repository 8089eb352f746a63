/** Applies rules to a value and to all values inside it, each next to the schema that describes it. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import type { Definitions, ValueRule } from './rule.js';
import { propertiesOf, schemaOf } from './schemaOf.js';

/** A new value; what a rule puts in is walked in turn, so that a default may itself be a bare name. */
export function walk(
  value: unknown,
  schema: JsonSchema,
  definitions: Definitions,
  rules: readonly ValueRule[],
): unknown {
  const changed = rules.reduce<unknown>(
    (current, { apply }) => apply(current, schema, definitions),
    value,
  );
  const own = schemaOf(changed, schema, definitions);
  const inside = (inner: unknown, innerSchema: unknown): unknown =>
    isObject(innerSchema) ? walk(inner, innerSchema, definitions, rules) : inner;
  if (own === undefined) return changed;
  if (Array.isArray(changed)) return changed.map((item: unknown) => inside(item, own['items']));
  if (!isObject(changed)) return changed;
  const properties = propertiesOf(own);
  return Object.fromEntries(
    Object.entries(changed).map(([key, item]) => [key, inside(item, properties[key])]),
  );
}
