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
    const tag = tagOf(choice);
    return choice['type'] === 'object' && (tag === undefined || tag === value['type']);
  });
}

/** The `type` that an object of this schema must have, if it must have one. */
export function tagOf(schema: JsonSchema): string | undefined {
  const type = propertiesOf(schema)['type'];
  const tag = isObject(type) ? type['const'] : undefined;
  return typeof tag === 'string' ? tag : undefined;
}

/** The schemas of an object's keys. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, unknown>> {
  return isObject(schema['properties']) ? schema['properties'] : {};
}
