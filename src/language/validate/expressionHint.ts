/** Arithmetic that lacks its `=`, or has the marks of another language in the place of it. */
import type { ErrorObject } from 'ajv';
import type { JsonNode } from '../../source/jsonTree.js';
import { evaluate, ExpressionError, powersAsHere } from '../expand/expression.js';
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
  const parameters = memberOf(spec, 'parameters');
  const expression = plainForms(data).find((form) => hasNumber(form, parameters));
  return expression && `an expression starts with =: ${JSON.stringify(expression)}`;
}

/** The expressions that a text may stand for: itself, and what stands in `${…}`, `{{…}}`, `{…}`, `$(…)`, `%…%` or behind `$`. */
function plainForms(text: string): readonly string[] {
  const inside = /^\s*(?:\$?\{\{?|\$\(|\$|%)\s*=?(.*?)\s*(?:\}\}?|\)|%)?\s*$/.exec(text)?.[1];
  const unmarked = text.replace(/\$?\{\{?\s*(\w+)\s*\}\}?/g, '$1');
  return [text, unmarked, ...(inside === undefined ? [] : [inside])].map(
    (form) => `=${powersAsHere(form)}`,
  );
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
