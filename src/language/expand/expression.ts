/**
 * Evaluation of expressions in specs, as in `"=min(filters * 2, 512)"`: numbers, names, + − * / ^, signs, parentheses and
 * three functions.
 *
 *   sum     = product (("+" | "-") product)*
 *   product = sign (("*" | "/") sign)*
 *   sign    = "-" sign | power
 *   power   = atom ("^" sign)?              so 2 ^ 3 ^ 2 is 2 ^ (3 ^ 2), and -2 ^ 2 is -(2 ^ 2)
 *   atom    = number | name | function "(" sum ("," sum)* ")" | "(" sum ")"
 */
import { spellingHint } from '../nearest.js';

/** An error in an expression, with its code and hint. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  constructor(
    readonly code: 'GAN140' | 'GAN141' | 'GAN142' | 'GAN143',
    message: string,
    readonly hint: string | (() => string),
  ) {
    const { stackTraceLimit } = Error;
    // A spec may have thousands of wrong expressions, and nobody reads where the evaluator stood.
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Limit on the characters of an expression, which also bounds the depth of parentheses. */
const maxLength = 500;

const functions: Readonly<Record<string, (first: number, ...rest: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  log2: Math.log2,
};
/** Functions of other languages that make numbers whole. */
const rounding = new Set(['int', 'round', 'floor', 'ceil', 'trunc']);
const functionNames = Object.keys(functions).join(', ');

const token = /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]\w*|\S|$)/y;

/**
 * The value of an expression. A result within rounding errors of a whole number (1e-9 relative) is rounded to it.
 * @param text Starts with `=`.
 * @param lookup Value of a name; throws for an unknown name.
 * @throws ExpressionError GAN140 for a syntax error, GAN141 for an unknown function, GAN142 if the value is not finite;
 *   and the errors of `lookup`.
 */
export function evaluate(text: string, lookup: (name: string) => number): number {
  const value = new Evaluation(text, lookup).value();
  const whole = Math.round(value);
  return Math.abs(value - whole) <= 1e-9 * Math.abs(whole) ? whole + 0 : value;
}

/** A recursive-descent parser that computes the value as it reads. */
class Evaluation {
  #position = 1;
  #next = '';
  /** Values of the names read so far, for messages. */
  readonly #found = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly lookup: (name: string) => number,
  ) {}

  value(): number {
    if (this.text.length > maxLength) {
      throw this.#unreadable(`has more than ${maxLength} characters`);
    }
    this.#advance();
    const value = this.#sum();
    if (this.#next !== '') throw this.#expected('an operator or the end');
    if (!Number.isFinite(value)) throw this.#noValue('is not a finite number');
    return value;
  }

  #sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value += this.#product();
      else if (this.#take('-')) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#sign();
    for (;;) {
      if (this.#take('*')) value *= this.#sign();
      else if (this.#take('/')) {
        const divisor = this.#sign();
        if (divisor === 0) throw this.#noValue('divides by zero');
        value /= divisor;
      } else return value;
    }
  }

  #sign(): number {
    return this.#take('-') ? -this.#sign() : this.#power();
  }

  #power(): number {
    const base = this.#atom();
    return this.#take('^') ? base ** this.#sign() : base;
  }

  #atom(): number {
    const word = this.#next;
    if (this.#take('(')) {
      const value = this.#sum();
      this.#close();
      return value;
    }
    if (!/^[\dA-Za-z]/.test(word)) throw this.#expected('a number, a name or "("');
    this.#advance();
    if (/^\d/.test(word)) return Number(word);
    return this.#take('(') ? this.#call(word) : this.#number(word);
  }

  #number(name: string): number {
    const number = this.lookup(name);
    this.#found.set(name, number);
    return number;
  }

  #call(name: string): number {
    const values = [this.#sum()];
    while (this.#take(',')) values.push(this.#sum());
    this.#close();
    const body = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (body === undefined) throw this.#unknownFunction(name);
    const [first = NaN, ...rest] = values;
    if (name === 'log2' && rest.length > 0) {
      throw this.#unreadable(`gives log2 ${values.length} numbers, and it takes one`);
    }
    if (name === 'log2' && !(first > 0)) throw this.#noValue(`takes log2 of ${first}`);
    return body(first, ...rest);
  }

  #close(): void {
    if (!this.#take(')')) throw this.#expected('an operator or ")"');
  }

  #take(symbol: string): boolean {
    if (this.#next !== symbol) return false;
    this.#advance();
    return true;
  }

  #advance(): void {
    token.lastIndex = this.#position;
    this.#next = token.exec(this.text)?.[1] ?? '';
    this.#position = token.lastIndex;
  }

  #expected(what: string): ExpressionError {
    const found = this.#next === '' ? 'the end' : JSON.stringify(this.#next);
    return this.#unreadable(`cannot be read: expected ${what}, found ${found}`);
  }

  #unreadable(what: string): ExpressionError {
    const plain = powersAsHere(this.text);
    const hint =
      plain === this.text
        ? `an expression is made of numbers, names, + - * / ^, parentheses and ${functionNames}`
        : `a power is written ^: ${quoted(plain)}`;
    return new ExpressionError('GAN140', `${this.#quoted()} ${what}`, hint);
  }

  #unknownFunction(name: string): ExpressionError {
    const hint = rounding.has(name)
      ? 'nothing is rounded: choose numbers with which the expression gives a whole one'
      : (spellingHint(name, Object.keys(functions)) ?? `the functions are ${functionNames}`);
    return new ExpressionError('GAN141', `unknown function "${name}" in ${this.#quoted()}`, hint);
  }

  #noValue(what: string): ExpressionError {
    const numbers = [...this.#found].map(([name, number]) => `${name} is ${number}`);
    const hint = numbers.length === 0 ? 'write another number' : `here ${numbers.join(' and ')}`;
    return new ExpressionError('GAN142', `${this.#quoted()} ${what}`, hint);
  }

  #quoted(): string {
    return quoted(this.text);
  }
}

/** The text with `^` for the `**` of other languages. */
export function powersAsHere(text: string): string {
  return text.replaceAll('**', '^');
}

/** An expression in quotes, shortened, as messages show it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
