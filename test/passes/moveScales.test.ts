import { describe, expect, it } from 'vitest';
import { moveScales } from '../../src/passes/moveScales.js';
import type { GraphBuilder } from '../ir/graphBuilder.js';
import { improved, keeps } from './improved.js';

const matmul = { transposeA: false, transposeB: false };
const conv = {
  strides: [2, 2],
  padding: [
    [1, 2],
    [1, 2],
  ],
} as const;

const double = (g: GraphBuilder, x: number) => g.node('Multiply', [x, g.fill(2)], {});

describe('moveScales', () => {
  it('scales the filter rather than the image or the result', () => {
    const image = (g: GraphBuilder) => g.input('x', [64, 14, 14, 32]);
    const filter = (g: GraphBuilder) => g.input('w', [5, 5, 32, 16]);
    const expected = ['y0 = Conv2D{[2,2] [[1,2],[1,2]]}(x, Multiply(w, 2))'];
    expect(
      improved(moveScales, (g) => g.node('Conv2D', [double(g, image(g)), filter(g)], conv)),
    ).toEqual(expected);
    expect(
      improved(moveScales, (g) => double(g, g.node('Conv2D', [image(g), filter(g)], conv))),
    ).toEqual(expected);
  });

  it('moves a factor through kernels that are linear, or linear for positive factors', () => {
    expect(
      improved(moveScales, (g) => {
        const x = double(g, g.input('x', [512, 64]));
        const active = g.node('LeakyRelu', [g.node('Reshape', [x], { shape: [64, 512] })], {
          alpha: 0.2,
        });
        return g.node('Sum', [active], { axis: [0], keepDims: false });
      }),
    ).toEqual(['y0 = Multiply(Sum{[0] false}(LeakyRelu{0.2}(Reshape{[64,512]}(x))), 2)']);
  });

  it('moves a factor to several readers where that costs less', () => {
    // A scaled mask in a forward and a backward pass, as in dropout: three small factors for one large one.
    expect(
      improved(moveScales, (g) => {
        const mask = double(g, g.input('mask', [512, 256]));
        const y = g.node('Multiply', [g.input('x', [512, 256]), mask], {});
        const d = g.node('Multiply', [g.input('dy', [512, 256]), mask], {});
        return [
          g.node('BatchMatMul', [y, g.input('w', [256, 8])], matmul),
          g.node('Sum', [d], { axis: [0], keepDims: false }),
        ];
      }),
    ).toEqual([
      'y0 = BatchMatMul{false false}(Multiply(x, mask), Multiply(w, 2))',
      'y1 = Multiply(Sum{[0] false}(Multiply(dy, mask)), 2)',
    ]);
  });

  it('turns sums into differences and back', () => {
    expect(
      improved(moveScales, (g) => {
        const [x, z] = [g.input('x', [8]), g.input('z', [8])];
        const product = g.node('Multiply', [g.node('Neg', [x], {}), z], {});
        return [g.node('Add', [z, product], {})];
      }),
    ).toEqual(['y0 = Sub(z, Multiply(x, z))']);
  });

  it('changes a factor by the homogeneity of the kernel', () => {
    expect(
      improved(moveScales, (g) => {
        const x = g.node('Multiply', [g.input('x', [512, 64]), g.fill(-3)], {});
        const total = (value: number) => g.node('Sum', [value], { axis: [0, 1], keepDims: false });
        return [
          total(g.node('Square', [x], {})),
          total(g.node('RealDiv', [g.input('z', [512, 64]), x], {})),
        ];
      }),
    ).toEqual([
      'y0 = Multiply(Sum{[0,1] false}(Square(x)), 9)',
      `y1 = Multiply(Sum{[0,1] false}(RealDiv(z, x)), ${-1 / 3})`,
    ]);
  });

  it('keeps a factor that one reader cannot take, or whose product is a result', () => {
    expect(
      keeps(moveScales, (g) => {
        const x = double(g, g.input('x', [512, 64]));
        const sum = g.node('Sum', [x], { axis: [0], keepDims: false });
        const z = double(g, g.input('z', [512, 64]));
        return [
          sum,
          g.node('Exp', [x], {}),
          z,
          g.node('Mean', [z], { axis: [0], keepDims: false }),
        ];
      }),
    ).toBe(true);
  });

  it('keeps a negative factor before a kernel with a kink at 0', () => {
    expect(
      keeps(moveScales, (g) => {
        const x = g.node('Neg', [g.input('x', [512, 64])], {});
        return g.node('Sum', [g.node('Relu', [x], {})], { axis: [0], keepDims: false });
      }),
    ).toBe(true);
  });

  it('looks a bounded number of nodes ahead', () => {
    expect(
      keeps(moveScales, (g) => {
        let x = double(g, g.input('x', [2]));
        for (let i = 0; i < 5000; i += 1)
          x = g.node('Reshape', [x], { shape: [i % 2 ? 2 : 1, i % 2 ? 1 : 2] });
        return x;
      }),
    ).toBe(true);
  });
});
