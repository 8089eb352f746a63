import { describe, expect, it } from 'vitest';
import { gatherFactors } from '../../src/passes/gatherFactors.js';
import { improved, keeps } from './improved.js';

describe('gatherFactors', () => {
  it('multiplies the small factors of a large tensor first', () => {
    expect(
      improved(gatherFactors, (g) => {
        const x = g.input('x', [8, 4]);
        const scaled = g.node('Multiply', [x, g.input('s', [4])], {});
        return [
          g.node('Multiply', [scaled, g.input('t', [4])], {}),
          g.node('Multiply', [g.fill(3), scaled], {}),
        ];
      }),
    ).toEqual(['y0 = Multiply(x, Multiply(s, t))', 'y1 = Multiply(x, Multiply(s, 3))']);
  });

  it('multiplies two scaled tensors first and by both factors last', () => {
    expect(
      improved(gatherFactors, (g) => {
        const [s, t] = [g.input('s', [4]), g.input('t', [4])];
        const left = g.node('Multiply', [g.input('x', [8, 4]), s], {});
        const right = g.node('Multiply', [t, g.input('z', [8, 4])], {});
        return g.node('Multiply', [left, right], {});
      }),
    ).toEqual(['y0 = Multiply(Multiply(x, z), Multiply(s, t))']);
  });

  it('keeps products whose joint factor is as large as the tensor', () => {
    expect(
      keeps(gatherFactors, (g) => {
        const scaled = g.node('Multiply', [g.input('x', [8, 4]), g.input('s', [4])], {});
        return g.node('Multiply', [scaled, g.input('t', [8, 1])], {});
      }),
    ).toBe(true);
  });

  it('keeps scaled tensors with other readers', () => {
    expect(
      keeps(gatherFactors, (g) => {
        const left = g.node('Multiply', [g.input('x', [8, 4]), g.input('s', [4])], {});
        const right = g.node('Multiply', [g.input('z', [8, 4]), g.input('t', [4])], {});
        return [left, g.node('Multiply', [left, right], {})];
      }),
    ).toBe(true);
  });
});
