/** Values of parameters with which an expression gives a number that its place takes. */
import type { JsonNode } from '../../source/jsonTree.js';
import { evaluate, ExpressionError } from '../expand/expression.js';
import { innerScopeOf } from '../expand/innerScope.js';
import { isExpression, maxChain, type NamedValues } from '../expand/names.js';
import { memberOf, numberOf } from '../expand/nodes.js';
import { orList } from './words.js';

/** Parameters of a spec that are looked through: more are no work of a person. */
const maxParameters = 200;
/** Values tried below and above the present one. */
const maxTries = 500;

/**
 * The hint for an expression whose value is refused: the nearest whole values of a parameter of the spec with which it is
 * accepted, or that there are none. Undefined for a number that does not depend on parameters.
 * @param node The number, as expansion has evaluated it.
 * @param isAccepted True for numbers that the place takes.
 */
export function wholeNumberHint(
  node: JsonNode | undefined,
  spec: JsonNode,
  isAccepted: (value: number) => boolean,
): string | undefined {
  const text = node && expressionOf(node);
  if (text === undefined) return undefined;
  const inner = node && innerScopeOf(node)?.valuesIn(text);
  if (inner) return innerHint(text, inner, isAccepted);
  const parameters = memberOf(spec, 'parameters');
  if (parameters?.kind !== 'object' || parameters.members.size > maxParameters) return undefined;
  const names = namesIn(text, parameters);
  for (const name of names) {
    const present = numberOf(memberOf(parameters, name)) ?? NaN;
    const result = (value: number): number | undefined =>
      valueOf(text, parameters, new Map([[name, value]]));
    const ways = waysOf(name, present, result, isAccepted);
    if (ways !== undefined) return ways;
  }
  return noWayOf(names);
}

/** The hint for an expression inside a block or repeat: values of the parameters that it names itself. */
function innerHint(
  text: string,
  { values, parameters }: NamedValues,
  isAccepted: (value: number) => boolean,
): string | undefined {
  for (const name of parameters) {
    const result = (value: number): number | undefined =>
      valueOf(text, undefined, new Map([...values, [name, value]]));
    const ways = waysOf(name, values.get(name) ?? NaN, result, isAccepted);
    if (ways !== undefined) return ways;
  }
  return noWayOf(parameters);
}

/** The hint where no whole value of a parameter near the present one is accepted. */
function noWayOf(names: readonly string[]): string | undefined {
  const quoted = names.map((name) => `"${name}"`);
  return names.length === 0
    ? undefined
    : `no whole number near that of ${orList(quoted)} gives one that fits; change the expression`;
}

/** The nearest accepted values of a parameter, as in `"size": 48 gives 12, "size": 52 gives 13`. */
function waysOf(
  name: string,
  present: number,
  result: (value: number) => number | undefined,
  isAccepted: (value: number) => boolean,
): string | undefined {
  const found = [-1, 1].flatMap((direction) =>
    nearestValue(present, direction, result, isAccepted),
  );
  const ways = found.map(([value, gives]) => `"${name}": ${value} gives ${gives}`);
  return ways.length > 0 ? ways.join(', ') : undefined;
}

/** The first whole value of a parameter in one direction with which the result is accepted, and that result. */
function nearestValue(
  present: number,
  direction: number,
  result: (value: number) => number | undefined,
  isAccepted: (value: number) => boolean,
): readonly (readonly [value: number, gives: number])[] {
  const start = direction < 0 ? Math.ceil(present) : Math.floor(present);
  for (let step = 1; step <= maxTries; step += 1) {
    const value = start + direction * step;
    // Sizes and counts, which such expressions are made of, are above zero.
    if (value < 1) return [];
    const gives = result(value);
    if (gives !== undefined && isAccepted(gives)) return [[value, gives]];
  }
  return [];
}

/** The parameters with numbers of their own that an expression depends on, also through others; none where it has no value. */
function namesIn(text: string, parameters: JsonNode | undefined): readonly string[] {
  const names = new Set<string>();
  const value = valueOf(text, parameters, new Map(), names);
  return value === undefined ? [] : [...names];
}

/** @param used Receives the names of parameters with numbers of their own. @returns Undefined where there is no value, as with parameters of a block. */
function valueOf(
  text: string,
  parameters: JsonNode | undefined,
  changed: ReadonlyMap<string, number>,
  used = new Set<string>(),
): number | undefined {
  const known = new Map<string, number>(changed);
  let depth = 0;
  const lookup = (name: string): number => {
    // Circles and long chains have been refused.
    if (depth > maxChain) throw new ExpressionError('GAN143', 'a circle', '');
    depth += 1;
    const node = memberOf(parameters, name);
    const inner = node && expressionOf(node);
    const value =
      known.get(name) ?? (inner === undefined ? numberOf(node) : evaluate(inner, lookup));
    if (value === undefined) throw new ExpressionError('GAN141', `unknown name ${name}`, '');
    if (inner === undefined) used.add(name);
    known.set(name, value);
    depth -= 1;
    return value;
  };
  try {
    return evaluate(text, lookup);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** The expression that a number is the value of; undefined for a number that stands in the text. */
function expressionOf({ range: { source, offset, length } }: JsonNode): string | undefined {
  const written = source.text.slice(offset, offset + length);
  if (!/^"=.*"$/.test(written)) return undefined;
  const text: unknown = JSON.parse(written);
  return isExpression(text) ? text : undefined;
}
