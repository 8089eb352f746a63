import { describe, expect, it } from 'vitest';
import type { ValueId } from '../../src/ir/kernelGraph.js';
import { simplifyArithmetic } from '../../src/passes/simplifyArithmetic.js';
import type { GraphBuilder } from '../ir/graphBuilder.js';
import { improved, keeps } from './improved.js';

type Binary = 'Add' | 'Sub' | 'Multiply' | 'RealDiv' | 'Pow';
type Unary = 'Neg' | 'Square' | 'Abs' | 'Sqrt' | 'Reciprocal';
type Expression = (x: ValueId, z: ValueId) => ValueId;

/** A graph of one expression in `x: f32[2]` and `z: f32[2]`, built with the two functions. */
function written(
  expression: (
    two: (kernel: Binary, a: ValueId, b: ValueId) => ValueId,
    one: (kernel: Unary, a: ValueId) => ValueId,
    number: (fill: number) => ValueId,
  ) => Expression,
) {
  return (g: GraphBuilder): ValueId => {
    const two = (kernel: Binary, a: ValueId, b: ValueId) => g.node(kernel, [a, b], {});
    const one = (kernel: Unary, a: ValueId) => g.node(kernel, [a], {});
    const [x, z] = [g.input('x', [2]), g.input('z', [2])];
    return expression(two, one, (fill) => g.fill(fill))(x, z);
  };
}

describe('simplifyArithmetic', () => {
  it.each([
    ['x + 0', written((two, _, c) => (x) => two('Add', x, c(0))), 'x'],
    ['0 + x', written((two, _, c) => (x) => two('Add', c(0), x)), 'x'],
    ['x + x', written((two) => (x) => two('Add', x, x)), 'Multiply(x, 2)'],
    ['x + (−z)', written((two, one) => (x, z) => two('Add', x, one('Neg', z))), 'Sub(x, z)'],
    ['−x + z', written((two, one) => (x, z) => two('Add', one('Neg', x), z)), 'Sub(z, x)'],
    [
      '3x + 3z',
      written(
        (two, _, c) => (x, z) => two('Add', two('Multiply', x, c(3)), two('Multiply', c(3), z)),
      ),
      'Multiply(Add(x, z), 3)',
    ],
    [
      '3x − (−3)z',
      written(
        (two, _, c) => (x, z) => two('Sub', two('Multiply', x, c(3)), two('Multiply', z, c(-3))),
      ),
      'Multiply(Add(x, z), 3)',
    ],
    [
      '−x + (−z)',
      written((two, one) => (x, z) => two('Add', one('Neg', x), one('Neg', z))),
      'Neg(Add(x, z))',
    ],
    ['x − 0', written((two, _, c) => (x) => two('Sub', x, c(0))), 'x'],
    ['0 − x', written((two, _, c) => (x) => two('Sub', c(0), x)), 'Neg(x)'],
    ['x − (−z)', written((two, one) => (x, z) => two('Sub', x, one('Neg', z))), 'Add(x, z)'],
    ['x · 1', written((two, _, c) => (x) => two('Multiply', x, c(1))), 'x'],
    ['1 · x', written((two, _, c) => (x) => two('Multiply', c(1), x)), 'x'],
    ['x · (−1)', written((two, _, c) => (x) => two('Multiply', x, c(-1))), 'Neg(x)'],
    ['x · x', written((two) => (x) => two('Multiply', x, x)), 'Square(x)'],
    [
      '(x · 2) · 3',
      written((two, _, c) => (x) => two('Multiply', two('Multiply', x, c(2)), c(3))),
      'Multiply(x, 6)',
    ],
    [
      '(−x) · (−z)',
      written((two, one) => (x, z) => two('Multiply', one('Neg', x), one('Neg', z))),
      'Multiply(x, z)',
    ],
    ['x / 1', written((two, _, c) => (x) => two('RealDiv', x, c(1))), 'x'],
    ['x / 4', written((two, _, c) => (x) => two('RealDiv', x, c(4))), 'Multiply(x, 0.25)'],
    ['1 / x', written((two, _, c) => (x) => two('RealDiv', c(1), x)), 'Reciprocal(x)'],
    ['−(−x)', written((_, one) => (x) => one('Neg', one('Neg', x))), 'x'],
    ['−(x − z)', written((two, one) => (x, z) => one('Neg', two('Sub', x, z))), 'Sub(z, x)'],
    [
      '−(x · 2)',
      written((two, one, c) => (x) => one('Neg', two('Multiply', x, c(2)))),
      'Multiply(x, -2)',
    ],
    ['(−x)²', written((_, one) => (x) => one('Square', one('Neg', x))), 'Square(x)'],
    ['| |x| |', written((_, one) => (x) => one('Abs', one('Abs', x))), 'Abs(x)'],
    ['x ^ 0', written((two, _, c) => (x) => two('Pow', x, c(0))), '1:f32[2]'],
    ['x ^ 1', written((two, _, c) => (x) => two('Pow', x, c(1))), 'x'],
    ['x ^ 2', written((two, _, c) => (x) => two('Pow', x, c(2))), 'Square(x)'],
    ['1 / √x', written((_, one) => (x) => one('Reciprocal', one('Sqrt', x))), 'Rsqrt(x)'],
  ])('simplifies %s', (_, build, expected) => {
    expect(improved(simplifyArithmetic, build)).toEqual([`y0 = ${expected}`]);
  });

  it('broadcasts an operand to the shape of a neutral element', () => {
    expect(
      improved(simplifyArithmetic, (g) =>
        g.node('Add', [g.input('x', [3]), g.fill(0, [2, 3])], {}),
      ),
    ).toEqual(['y0 = BroadcastTo{[2,3]}(x)']);
  });

  it('divides by a smaller tensor with one division per element of it', () => {
    expect(
      improved(simplifyArithmetic, (g) =>
        g.node('RealDiv', [g.input('x', [4, 3]), g.input('s', [3])], {}),
      ),
    ).toEqual(['y0 = Multiply(x, Reciprocal(s))']);
  });

  it.each([
    ['x · 0, which shows NaN', written((two, _, c) => (x) => two('Multiply', x, c(0)))],
    ['x / z', written((two) => (x, z) => two('RealDiv', x, z))],
    ['x ^ 0.5, which differs at −0', written((two, _, c) => (x) => two('Pow', x, c(0.5)))],
    ['x − x, which shows NaN', written((two) => (x) => two('Sub', x, x))],
  ])('keeps %s', (_, build) => {
    expect(keeps(simplifyArithmetic, build)).toBe(true);
  });

  it('keeps values with other readers', () => {
    expect(
      keeps(simplifyArithmetic, (g) => {
        const [x, z] = [g.input('x', [2]), g.input('z', [2])];
        const difference = g.node('Sub', [x, z], {});
        const [tripleX, tripleZ] = [x, z].map((v) => g.node('Multiply', [v, g.fill(3)], {}));
        return [
          difference,
          g.node('Neg', [difference], {}),
          tripleX ?? -1,
          g.node('Add', [tripleX ?? -1, tripleZ ?? -1], {}),
        ];
      }),
    ).toBe(true);
  });

  it('wraps products of int32 factors', () => {
    expect(
      improved(simplifyArithmetic, (g) => {
        const x = g.input('x', [2], { dtype: 'int32' });
        const part = g.node('Multiply', [x, g.fill(2 ** 20 + 1, [], 'int32')], {});
        return g.node('Multiply', [part, g.fill(2 ** 12 + 1, [], 'int32')], {});
      }),
      // (2^20 + 1)·(2^12 + 1) = 2^32 + 2^20 + 2^12 + 1
    ).toEqual([`y0 = Multiply(x, ${2 ** 20 + 2 ** 12 + 1}:i32[])`]);
  });
});
