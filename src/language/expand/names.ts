/** Values of the names in expressions at one place of a spec. */
import type { Report } from '../../diagnostics/report.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import { namesInWords, spellingHint } from '../nearest.js';
import { evaluate, ExpressionError, quoted } from './expression.js';
import { numberOf, stringOf } from './nodes.js';

/** Limit on the length of a chain of parameters that depend on one another. */
export const maxChain = 64;

/** An expression depends on a parameter whose own error has been reported. */
class BrokenParameter extends Error {
  override readonly name = 'BrokenParameter';
}

// Errors are slow to make, and thousands of expressions may depend on one broken parameter.
const brokenParameter = new BrokenParameter();

interface Parameter {
  readonly name: string;
  /** True for the number of a turn, which no one writes. */
  readonly isCounter?: true;
  /** Computes the value, or reports an error and returns undefined. */
  readonly compute: () => number | undefined;
  result?: { readonly number: number | undefined };
}

/** True for text that starts with `=`. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('=');
}

/** The numbers that an expression was evaluated with. */
export interface NamedValues {
  readonly values: ReadonlyMap<string, number>;
  /** The names among them that stand for parameters. */
  readonly parameters: readonly string[];
}

/** Numbers by name, in nested scopes: unknown names are looked up in the enclosing one. */
export class Names {
  readonly #own = new Map<string, Parameter>();
  /** Parameters under computation, outermost first. */
  readonly #trail: Parameter[];
  #allNames: readonly string[] | undefined;

  constructor(
    private readonly report: Report,
    private readonly outside?: Names,
  ) {
    this.#trail = outside ? outside.#trail : [];
  }

  /**
   * An inner scope with the parameters of an object. They may depend on one another in any order, and hide outer names.
   * @param given Values that replace those in the object.
   */
  withParameters(
    parameters: JsonNode | undefined,
    pointer: string,
    given: ReadonlyMap<string, number> = new Map(),
  ): Names {
    const inside = new Names(this.report, this);
    if (parameters?.kind !== 'object') return inside;
    for (const [name, { value }] of parameters.members) {
      const text = stringOf(value);
      const compute = (): number | undefined =>
        given.get(name) ??
        (isExpression(text)
          ? inside.evaluate(text, pointer + pointerTo([name]))
          : // Malformed values are left unchanged; validation reports them.
            numberOf(value));
      inside.#own.set(name, { name, compute });
    }
    return inside;
  }

  /** An inner scope with one more number, which hides an outer one of the same name. */
  withNumber(name: string, number: number): Names {
    const inside = new Names(this.report, this);
    inside.#own.set(name, { name, isCounter: true, compute: () => number });
    return inside;
  }

  /** The value of an expression, or undefined after reporting an error. */
  evaluate(text: string, pointer: string): number | undefined {
    try {
      return evaluate(text, (name) => this.#numberIn(name, text));
    } catch (error) {
      if (error instanceof BrokenParameter) return undefined;
      if (!(error instanceof ExpressionError)) throw error;
      this.report.error(error.code, pointer, error.message, { hint: error.hint });
      return undefined;
    }
  }

  /** The present values of the names in an expression that has been evaluated here. */
  valuesIn(text: string): NamedValues {
    const values = new Map<string, number>();
    evaluate(text, (name) => {
      const number = this.#numberIn(name, text);
      values.set(name, number);
      return number;
    });
    const parameters = [...values.keys()].filter((name) => !this.#find(name)?.isCounter);
    return { values, parameters };
  }

  /** The value of a parameter of this scope, or undefined if it has none. */
  numberNamed(name: string): number | undefined {
    const parameter = this.#own.get(name);
    return parameter && this.#compute(parameter);
  }

  #numberIn(name: string, expression: string): number {
    const parameter = this.#find(name);
    if (!parameter) throw this.#unknown(name, expression);
    if (this.#trail.includes(parameter)) throw this.#circle(parameter);
    if (!parameter.result && this.#trail.length >= maxChain) throw tooLong(expression);
    const number = this.#compute(parameter);
    if (number === undefined) throw brokenParameter;
    return number;
  }

  #compute(parameter: Parameter): number | undefined {
    if (!parameter.result) {
      this.#trail.push(parameter);
      parameter.result = { number: parameter.compute() };
      this.#trail.pop();
    }
    return parameter.result.number;
  }

  #find(name: string): Parameter | undefined {
    return this.#own.get(name) ?? (this.outside ? this.outside.#find(name) : undefined);
  }

  #unknown(name: string, expression: string): ExpressionError {
    const hint = (): string => {
      const known = this.#known();
      const list =
        known.length === 0
          ? 'no names are known here'
          : `the names here are ${namesInWords(known)}`;
      return spellingHint(name, known) ?? `${list}; "parameters" defines more`;
    };
    return new ExpressionError('GAN141', `unknown name "${name}" in ${quoted(expression)}`, hint);
  }

  #known(): readonly string[] {
    const outer = this.outside ? this.outside.#known() : [];
    this.#allNames ??= [...new Set([...this.#own.keys(), ...outer])];
    return this.#allNames;
  }

  #circle(parameter: Parameter): ExpressionError {
    const names = [...this.#trail.slice(this.#trail.indexOf(parameter)), parameter];
    const chain = names.map(({ name }) => name).join(' → ');
    const hint = 'give one of these parameters a number';
    return new ExpressionError('GAN143', `parameters go round in a circle: ${chain}`, hint);
  }
}

function tooLong(expression: string): ExpressionError {
  return new ExpressionError(
    'GAN143',
    `${quoted(expression)} depends on a chain of more than ${maxChain} parameters`,
    'write parameters after those that they depend on',
  );
}
