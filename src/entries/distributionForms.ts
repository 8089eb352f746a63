/** The forms of distributions, as entries write them. */
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Distribution } from '../random/distribution.js';
import { isTensor } from './resultCheck.js';

/** One distribution of each kind. */
const examples: { readonly [K in Distribution['kind']]: Distribution & { readonly kind: K } } = {
  constant: { kind: 'constant', value: 0 },
  uniform: { kind: 'uniform', low: -1, high: 1 },
  normal: { kind: 'normal', mean: 0, stddev: 1 },
  truncatedNormal: { kind: 'truncatedNormal', mean: 0, stddev: 1 },
  bernoulli: { kind: 'bernoulli', probability: 0.5 },
  oneHot: { kind: 'oneHot' },
  orthogonal: { kind: 'orthogonal', gain: 1 },
  identity: { kind: 'identity', gain: 1 },
};

/** A mistake in the form of a distribution. */
export interface FormProblem {
  /** The wrong value in words, as in `a normal distribution whose stddev is missing`. */
  readonly found: string;
  /** The right form in JavaScript, of every kind where the kind is unknown. */
  readonly forms: string;
}

/**
 * The mistake in the form of a distribution; undefined where there is none.
 * @param isDriven Accepts a tensor, as a schedule gives it, in the place of a number.
 */
export function formProblem(
  value: unknown,
  isDriven: (kind: string, name: string) => boolean = () => false,
): FormProblem | undefined {
  if (!isObject(value)) {
    return { found: `${inWords(value)}, which is no distribution`, forms: formsFor(value) };
  }
  const { kind, ...numbers } = value;
  const example = exampleOf(kind);
  if (!example) return { found: `a distribution of kind ${inWords(kind)}`, forms: formsFor(kind) };
  const names = Object.keys(example).filter((name) => name !== 'kind');
  const wrong =
    names.flatMap((name) =>
      isTensor(numbers[name]) && isDriven(example.kind, name) ? [] : wrongNumber(numbers, name),
    )[0] ?? unknownNumber(numbers, names);
  if (wrong === undefined) return undefined;
  return { found: `a distribution of kind "${example.kind}" ${wrong}`, forms: formOf(example) };
}

function wrongNumber(numbers: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = numbers[name];
  if (value === undefined) return [`whose ${name} is missing`];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [`whose ${name} is ${inWords(value)}`];
  }
  if (name === 'stddev' && value < 0) return [`whose stddev is negative: ${value}`];
  if (name === 'probability' && (value < 0 || value > 1)) {
    return [`whose probability is not from 0 to 1: ${value}`];
  }
  const { low } = numbers;
  return name === 'high' && Number(low) > value
    ? [`whose low is above its high: ${String(low)}, ${value}`]
    : [];
}

function unknownNumber(
  numbers: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  const unknown = Object.keys(numbers).find((name) => !names.includes(name));
  return unknown === undefined ? undefined : `that has no "${unknown}"`;
}

/** The form that a value of the wrong type may have meant: `'normal'` names one. */
function formsFor(value: unknown): string {
  const example = exampleOf(value);
  return example ? formOf(example) : Object.values(examples).map(formOf).join(', ');
}

function exampleOf(kind: unknown): Distribution | undefined {
  return Object.values(examples).find((example) => example.kind === kind);
}

/** As in `{ kind: 'normal', mean: 0, stddev: 1 }`. */
function formOf(example: Distribution): string {
  const parts = Object.entries(example).map(
    ([name, value]: [string, unknown]) =>
      `${name}: ${typeof value === 'string' ? `'${value}'` : String(value)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

function inWords(value: unknown): string {
  if (isTensor(value)) return 'a tensor';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'string') return JSON.stringify(value);
  return isObject(value) ? 'an object' : String(value);
}
