/** The schema that editors hold specs against as they are written, before expressions become numbers. */
import { isObject, mapSubschemas, withoutKeywords } from './mapSubschemas.js';
import type { JsonSchema } from './schema.js';

const annotations = ['title', 'description', 'default', 'examples'];

/**
 * The bundled schema with one difference: wherever it takes a number, it takes an expression too.
 * @param bundle As `bundleSchema` gives it.
 */
export function publishedSchema(bundle: JsonSchema): JsonSchema {
  const schema = withExpressions(bundle);
  const definitions = isObject(schema['definitions']) ? schema['definitions'] : {};
  const expression = {
    title: 'Expression',
    type: 'string',
    pattern: '^=',
    description: 'Arithmetic with the parameters of the spec, as in `=filters * 2`.',
  };
  return { ...schema, definitions: { ...definitions, Expression: expression } };
}

function withExpressions(schema: JsonSchema): JsonSchema {
  const inner = mapSubschemas(schema, withExpressions);
  const types = [schema['type']].flat();
  if (!types.includes('number') && !types.includes('integer')) return inner;
  const number = withoutKeywords(inner, annotations);
  const outer = withoutKeywords(inner, Object.keys(number));
  return { ...outer, anyOf: [number, { $ref: '#/definitions/Expression' }] };
}
