/** Walks a JSON Schema by its keywords, so that data inside it (defaults, examples) is never taken for a schema. */
import { messageKeywords, type JsonSchema } from './fragment.js';

const single = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const byName = ['properties', 'patternProperties', 'definitions'];
const lists = ['anyOf', 'allOf', 'oneOf'];

/** True for a JSON object; arrays are none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy of a schema in which `transform` has replaced each schema directly inside it.
 * Boolean schemas are left as they are.
 */
export function mapSubschemas(
  schema: JsonSchema,
  transform: (inner: JsonSchema) => JsonSchema,
): JsonSchema {
  const one = (value: unknown): unknown => (isObject(value) ? transform(value) : value);
  const each = (value: unknown): unknown => (Array.isArray(value) ? value.map(one) : one(value));
  const mapped = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (single.includes(keyword)) return [keyword, one(value)];
    if (keyword === 'items' || lists.includes(keyword)) return [keyword, each(value)];
    if (byName.includes(keyword) && isObject(value)) return [keyword, mapValues(value, one)];
    return [keyword, value];
  });
  return Object.fromEntries(mapped);
}

function mapValues(
  object: Readonly<Record<string, unknown>>,
  transform: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, transform(value)]));
}

/** A copy of a schema without some of its keywords. */
export function withoutKeywords(schema: JsonSchema, keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !keywords.includes(name)));
}

const annotations = ['title', 'description', 'default', 'examples', ...messageKeywords];

/** A choice between a schema and another. Annotations of the first, such as `description`, stay beside the choice. */
export function orElse(schema: JsonSchema, other: JsonSchema): JsonSchema {
  const one = withoutKeywords(schema, annotations);
  return { ...withoutKeywords(schema, Object.keys(one)), anyOf: [one, other] };
}
