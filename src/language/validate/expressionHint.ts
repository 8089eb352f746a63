/** Arithmetic that lacks its `=`. */
import type { ErrorObject } from 'ajv';
import type { JsonNode } from '../../source/jsonTree.js';
import { evaluate, ExpressionError } from '../expand/expression.js';
import { memberOf, numberOf } from '../expand/nodes.js';

/** The hint for text in the place of a number that would be one as an expression of the spec's parameters. */
export function expressionHint(
  data: unknown,
  errors: readonly ErrorObject[],
  spec: JsonNode,
): string | undefined {
  const types = errors.flatMap(({ params }): unknown => params['type']);
  if (typeof data !== 'string' || !types.some((type) => type === 'number' || type === 'integer'))
    return undefined;
  const expression = `=${data}`;
  return hasNumber(expression, memberOf(spec, 'parameters'))
    ? `an expression starts with =: ${JSON.stringify(expression)}`
    : undefined;
}

function hasNumber(expression: string, parameters: JsonNode | undefined): boolean {
  try {
    evaluate(expression, (name) => {
      const number = numberOf(memberOf(parameters, name));
      if (number === undefined) throw new ExpressionError('GAN141', `unknown name ${name}`, '');
      return number;
    });
    return true;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
