/** The schema of specs before expressions become numbers. */
import { isObject, mapSubschemas, orElse } from './mapSubschemas.js';
import type { JsonSchema } from './fragment.js';

/**
 * A schema with one difference: wherever it accepts a number, it accepts an expression, too.
 * @param schema Of whole specs; gains the definition `Expression`.
 */
export function withExpressions(schema: JsonSchema): JsonSchema {
  const widened = widen(schema);
  const definitions = isObject(widened['definitions']) ? widened['definitions'] : {};
  const expression = {
    title: 'Expression',
    type: 'string',
    pattern: '^=',
    description: 'Arithmetic with the parameters of the spec, as in `=filters * 2`.',
  };
  return { ...widened, definitions: { ...definitions, Expression: expression } };
}

function widen(schema: JsonSchema): JsonSchema {
  const inner = mapSubschemas(schema, widen);
  return takesNumbers(schema) ? orElse(inner, { $ref: '#/definitions/Expression' }) : inner;
}

/** True where the schema itself, not one that it refers to, accepts a number. */
export function takesNumbers(schema: JsonSchema): boolean {
  const types = [schema['type']].flat();
  return types.includes('number') || types.includes('integer');
}
