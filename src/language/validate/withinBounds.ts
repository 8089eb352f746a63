import type { JsonSchema } from '../schema/fragment.js';
import { takesNumbers } from '../schema/withExpressions.js';

/** True for a number that a schema accepts, by its type and its bounds. */
export function isWithinBounds(value: number, schema: JsonSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  return (
    takesNumbers(schema) &&
    ([schema['type']].flat().includes('number') || Number.isSafeInteger(value)) &&
    value >= Number(minimum) &&
    value <= Number(maximum) &&
    value > Number(exclusiveMinimum) &&
    value < Number(exclusiveMaximum)
  );
}
