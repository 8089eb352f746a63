import { describe, expect, it } from 'vitest';
import { factorOutOfSums } from '../../src/passes/factorOutOfSums.js';
import { improved, keeps } from './improved.js';

const columns = { axis: [0], keepDims: false };

describe('factorOutOfSums', () => {
  it('multiplies the sum instead of every element', () => {
    expect(
      improved(factorOutOfSums, (g) => {
        const x = g.input('x', [8, 4]);
        const scaled = g.node('Multiply', [x, g.input('s', [4])], {});
        return [
          g.node('Sum', [scaled], columns),
          g.node('Mean', [scaled], { axis: [0], keepDims: true }),
          g.node('Sum', [g.node('Neg', [x], {})], { axis: [1], keepDims: true }),
        ];
      }),
    ).toEqual([
      'y0 = Reshape{[4]}(Multiply(Sum{[0] true}(x), s))',
      'y1 = Multiply(Mean{[0] true}(x), s)',
      'y2 = Neg(Sum{[1] true}(x))',
    ]);
  });

  it('moves factors out of products of large tensors, and out of squares', () => {
    expect(
      improved(factorOutOfSums, (g) => {
        const [x, z] = [g.input('x', [8, 4]), g.input('z', [8, 4])];
        const scaled = g.node('Multiply', [g.input('s', [1, 4]), x], {});
        return [
          g.node('Sum', [g.node('Multiply', [z, scaled], {})], { axis: [0], keepDims: true }),
          g.node('Sum', [g.node('Square', [scaled], {})], { axis: [0], keepDims: true }),
        ];
      }),
    ).toEqual([
      'y0 = Multiply(Sum{[0] true}(Multiply(z, x)), s)',
      'y1 = Multiply(Multiply(Sum{[0] true}(Square(x)), s), s)',
    ]);
  });

  it('keeps factors that vary along the reduced axes', () => {
    expect(
      keeps(factorOutOfSums, (g) => {
        const scaled = g.node('Multiply', [g.input('x', [8, 4]), g.input('s', [8, 1])], {});
        return g.node('Sum', [scaled], columns);
      }),
    ).toBe(true);
  });

  it('keeps a product of large tensors with other readers', () => {
    expect(
      keeps(factorOutOfSums, (g) => {
        const scaled = g.node('Multiply', [g.input('x', [8, 4]), g.input('s', [4])], {});
        const product = g.node('Multiply', [g.input('z', [8, 4]), scaled], {});
        return [product, g.node('Sum', [product], columns)];
      }),
    ).toBe(true);
  });
});
