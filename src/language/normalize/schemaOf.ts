/** Finds, in a schema with choices and references, the plain schema that describes one value. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import type { Definitions } from './rule.js';

/**
 * All plain schemas that a schema stands for: through `$ref`, `allOf` (of one), `anyOf` and `oneOf`.
 * Schemas of the language combine others in no other way.
 */
export function alternatives(schema: JsonSchema, definitions: Definitions): readonly JsonSchema[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = definitions[reference.replace('#/definitions/', '')];
    return isObject(target) ? alternatives(target, definitions) : [];
  }
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf'];
  if (!Array.isArray(choices)) return [schema];
  return choices.filter(isObject).flatMap((choice) => alternatives(choice, definitions));
}

/** The alternative whose kind of value, and whose tag if it has one, is that of the value. */
export function schemaOf(
  value: unknown,
  schema: JsonSchema,
  definitions: Definitions,
): JsonSchema | undefined {
  return alternatives(schema, definitions).find((choice) => {
    if (Array.isArray(value)) return choice['type'] === 'array';
    if (!isObject(value)) return false;
    const tags: readonly unknown[] = tagsOf(choice);
    return choice['type'] === 'object' && (tags.length === 0 || tags.includes(value['type']));
  });
}

/** The `type` of an entry with this schema; undefined for objects that are no entries. */
export function tagOf(schema: JsonSchema): string | undefined {
  return tagsOf(schema)[0];
}

/** The `type` of an entry with this schema, then its former names; empty for objects that are no entries. */
export function tagsOf(schema: JsonSchema): readonly string[] {
  const type = propertiesOf(schema)['type'];
  if (!isObject(type)) return [];
  return [type['const'] ?? type['enum']].flat().filter((tag) => typeof tag === 'string');
}

/** The schemas of an object's keys. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, unknown>> {
  return isObject(schema['properties']) ? schema['properties'] : {};
}
