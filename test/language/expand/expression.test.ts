import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, ExpressionError } from '../../../src/language/expand/expression.js';

const names: Readonly<Record<string, number>> = { size: 64, half: 0.5, x_1: 3 };

function lookup(name: string): number {
  const value = names[name];
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

function refusal(text: string): string {
  try {
    evaluate(text, lookup);
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** One expression as text of a spec and of JavaScript, with the precedence of its outermost operator. */
interface Written {
  readonly ours: string;
  readonly script: string;
  readonly binding: number;
}

const [sums, products, signs, powers, atoms] = [1, 2, 3, 4, 5] as const;

/** In parentheses if its precedence is lower than its place requires. */
function placed({ ours, script, binding }: Written, least: number): readonly [string, string] {
  return binding < least ? [`(${ours})`, `(${script})`] : [ours, script];
}

function binary(operator: string, binding: number, left: Written, right: Written): Written {
  const [a, inScriptA] = placed(left, binding);
  const [b, inScriptB] = placed(right, binding + 1);
  return {
    ours: `${a} ${operator} ${b}`,
    script: `${inScriptA} ${operator} ${inScriptB}`,
    binding,
  };
}

const atom: fc.Arbitrary<Written> = fc
  .oneof(
    fc.integer({ min: 0, max: 20 }).map(String),
    fc.constantFrom('0.25', '1.5', '2e3', '5E-1', ...Object.keys(names)),
  )
  .map((text) => ({ ours: text, script: text, binding: atoms }));

const { tree } = fc.letrec<{ tree: Written }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    atom,
    fc
      .tuple(fc.constantFrom('+', '-'), tie('tree'), tie('tree'))
      .map(([operator, a, b]) => binary(operator, sums, a, b)),
    fc
      .tuple(fc.constantFrom('*', '/'), tie('tree'), tie('tree'))
      .map(([operator, a, b]) => binary(operator, products, a, b)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]): Written => {
      const [base, scriptBase] = placed(a, atoms);
      const [exponent, scriptExponent] = placed(b, signs);
      return {
        ours: `${base}^${exponent}`,
        script: `${scriptBase} ** ${scriptExponent}`,
        binding: powers,
      };
    }),
    tie('tree').map((a): Written => {
      const [inner, script] = placed(a, signs);
      // JavaScript requires parentheses here, and reads "--" as another operator.
      return { ours: `-${inner}`, script: `-(${script})`, binding: signs };
    }),
    fc
      .tuple(fc.constantFrom('min', 'max'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([name, values]): Written => {
        const list = (key: 'ours' | 'script'): string => values.map((one) => one[key]).join(', ');
        return {
          ours: `${name}(${list('ours')})`,
          script: `Math.${name}(${list('script')})`,
          binding: atoms,
        };
      }),
  ),
}));

describe('evaluate', () => {
  it('agrees with JavaScript on the same arithmetic', () => {
    let compared = 0;
    fc.assert(
      fc.property(tree, ({ ours, script }) => {
        const expected = runInNewContext(script, { ...names }) as number;
        const text = `=${ours}`;
        fc.pre(text.length <= 500 && Number.isFinite(expected));
        let found: number;
        try {
          found = evaluate(text, lookup);
        } catch (error) {
          // JavaScript continues with an infinite quotient, which may lead to a finite number.
          if (error instanceof ExpressionError && / divides by zero$/.test(error.message)) return;
          throw error;
        }
        compared += 1;
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(250);
  });

  it.each([
    ['=size', 64],
    ['= size / 4 ', 16],
    ['=-2 ^ 2', -4],
    ['=2 ^ -1', 0.5],
    ['=2 ^ 3 ^ 2', 512],
    ['=12 / 3 / 2', 2],
    ['=--size', 64],
    ['=log2(size / 4)', 4],
    ['=min(x_1, 2, 5) * max(1)', 2],
    ['=0 * -1', 0],
  ])('reads %s as %d', (text, expected) => {
    expect(evaluate(text, lookup)).toBe(expected);
  });

  it('rounds a result within rounding errors of a whole number', () => {
    expect(0.1 * 3 * 10).not.toBe(3);
    expect(evaluate('=0.1 * 3 * 10', lookup)).toBe(3);
    expect(evaluate('=1e-10', lookup)).toBe(1e-10);
    expect(evaluate('=3 + 1e-6', lookup)).toBe(3.000001);
  });

  const readable = 'a number, a name or "("';
  it.each([
    ['=', `GAN140: "=" cannot be read: expected ${readable}, found the end`],
    [
      '=2 * (size',
      'GAN140: "=2 * (size" cannot be read: expected an operator or ")", found the end',
    ],
    ['=2 size', 'GAN140: "=2 size" cannot be read: expected an operator or the end, found "size"'],
    ['=2 ** 3', `GAN140: "=2 ** 3" cannot be read: expected ${readable}, found "*"`],
    ['=min()', `GAN140: "=min()" cannot be read: expected ${readable}, found ")"`],
    ['=.5', `GAN140: "=.5" cannot be read: expected ${readable}, found "."`],
    ['=+2', `GAN140: "=+2" cannot be read: expected ${readable}, found "+"`],
    ['=size.x', 'GAN140: "=size.x" cannot be read: expected an operator or the end, found "."'],
    ['=log2(1, 2)', 'GAN140: "=log2(1, 2)" gives log2 2 numbers, and it takes one'],
    ['=sqrt(2)', 'GAN141: unknown function "sqrt" in "=sqrt(2)"'],
    ['=toString(2)', 'GAN141: unknown function "toString" in "=toString(2)"'],
    ['=1 / (size - 64)', 'GAN142: "=1 / (size - 64)" divides by zero'],
    ['=log2(-1)', 'GAN142: "=log2(-1)" takes log2 of -1'],
    ['=(-8) ^ half', 'GAN142: "=(-8) ^ half" is not a finite number'],
    ['=10 ^ 400', 'GAN142: "=10 ^ 400" is not a finite number'],
  ])('refuses %s', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  it('refuses a text that is too long without parsing it', () => {
    expect(refusal(`=${'('.repeat(100_000)}`)).toBe(
      `GAN140: "=${'('.repeat(58)}…" has more than 500 characters`,
    );
    expect(evaluate(`=${'('.repeat(240)}1${')'.repeat(240)}`, lookup)).toBe(1);
  });
});
