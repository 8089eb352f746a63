/** The plain schemas that a schema with references and choices stands for. */
import type { JsonSchema } from './fragment.js';
import { isObject } from './mapSubschemas.js';

/** JSON Schemas by name, for `$ref`. */
export type Definitions = Readonly<Record<string, unknown>>;

/**
 * All plain schemas that a schema stands for: through `$ref`, `allOf` (of one), `anyOf` and `oneOf`.
 * Schemas of the language combine others in no other way.
 */
export function choicesOf(schema: unknown, definitions: Definitions): readonly JsonSchema[] {
  if (!isObject(schema)) return [];
  const known = knownChoices.get(definitions) ?? new WeakMap<JsonSchema, readonly JsonSchema[]>();
  knownChoices.set(definitions, known);
  const found = known.get(schema) ?? findChoices(schema, definitions);
  known.set(schema, found);
  return found;
}

// A spec has thousands of values and the language some hundred schemas.
const knownChoices = new WeakMap<Definitions, WeakMap<JsonSchema, readonly JsonSchema[]>>();
const knownTags = new WeakMap<JsonSchema, readonly string[]>();

function findChoices(schema: JsonSchema, definitions: Definitions): readonly JsonSchema[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return choicesOf(definitions[reference.replace('#/definitions/', '')], definitions);
  }
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf'];
  if (!Array.isArray(choices)) return [schema];
  return choices.flatMap((choice) => choicesOf(choice, definitions));
}

/** True where a list or an object may be one of this schema: it has the kind of value, and the tag if there is one. */
export function fits(value: unknown, choice: JsonSchema): boolean {
  const hasType = (name: string): boolean => {
    const { type } = choice;
    return Array.isArray(type) ? type.includes(name) : type === name;
  };
  if (Array.isArray(value)) return hasType('array');
  if (!isObject(value) || !hasType('object')) return false;
  const tags: readonly unknown[] = tagsOf(choice);
  return tags.length === 0 || tags.includes(value['type']);
}

/** The `type` of an entry with this schema; undefined for objects that are no entries. */
export function tagOf(schema: JsonSchema): string | undefined {
  return tagsOf(schema)[0];
}

/** The `type` of an entry with this schema, then its former names; empty for objects that are no entries. */
export function tagsOf(schema: JsonSchema): readonly string[] {
  const tags = knownTags.get(schema) ?? findTags(schema);
  knownTags.set(schema, tags);
  return tags;
}

function findTags(schema: JsonSchema): readonly string[] {
  const type = propertiesOf(schema)['type'];
  if (!isObject(type)) return [];
  return [type['const'] ?? type['enum']].flat().filter((tag) => typeof tag === 'string');
}

/** The schemas of an object's keys. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, unknown>> {
  return isObject(schema['properties']) ? schema['properties'] : {};
}
