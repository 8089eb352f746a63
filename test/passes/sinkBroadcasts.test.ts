import { describe, expect, it } from 'vitest';
import { sinkBroadcasts } from '../../src/passes/sinkBroadcasts.js';
import type { GraphBuilder } from '../ir/graphBuilder.js';
import { improved, keeps } from './improved.js';

const row = (g: GraphBuilder) => g.node('BroadcastTo', [g.input('x', [3])], { shape: [2, 3] });

describe('sinkBroadcasts', () => {
  it('removes a broadcast before a kernel that broadcasts its operands', () => {
    expect(
      improved(sinkBroadcasts, (g) => g.node('Add', [row(g), g.input('z', [2, 3])], {})),
    ).toEqual(['y0 = Add(x, z)']);
  });

  it('computes on small tensors and broadcasts the result', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = row(g);
        return [
          g.node('Multiply', [x, g.fill(2)], {}),
          g.node('Exp', [x], {}),
          g.node('LeakyRelu', [x], { alpha: 0.2 }),
        ];
      }),
    ).toEqual([
      'y0 = BroadcastTo{[2,3]}(Multiply(x, 2))',
      'y1 = BroadcastTo{[2,3]}(Exp(x))',
      'y2 = BroadcastTo{[2,3]}(LeakyRelu{0.2}(x))',
    ]);
  });

  it('makes a constant a scalar', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = g.input('x', [2, 3]);
        return [
          g.node('Add', [x, g.fill(1, [2, 3])], {}),
          g.node('Multiply', [g.input('z', [3]), g.fill(5, [2, 1])], {}),
        ];
      }),
    ).toEqual(['y0 = Add(x, 1)', 'y1 = BroadcastTo{[2,3]}(Multiply(z, 5))']);
  });

  it('treats leading axes of size 1 as a broadcast', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = g.node('Reshape', [g.input('x', [3])], { shape: [1, 3] });
        return [g.node('Multiply', [x, g.input('z', [2, 3])], {}), g.node('Neg', [x], {})];
      }),
    ).toEqual(['y0 = Multiply(x, z)', 'y1 = Reshape{[1,3]}(Neg(x))']);
  });

  it('merges broadcasts', () => {
    expect(
      improved(sinkBroadcasts, (g) => g.node('BroadcastTo', [row(g)], { shape: [4, 2, 3] })),
    ).toEqual(['y0 = BroadcastTo{[4,2,3]}(x)']);
  });

  it('broadcasts one number to the last of several shapes', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = g.node('BroadcastTo', [g.input('x', [1, 1])], { shape: [2, 3] });
        return [
          g.node('Reshape', [x], { shape: [6] }),
          g.node('Transpose', [x], { perm: [1, 0] }),
          g.node('Tile', [x], { reps: [1, 2] }),
          g.node('Slice', [x], { begin: [1, 1], size: [1, 2] }),
        ];
      }),
    ).toEqual([
      'y0 = BroadcastTo{[6]}(Reshape{[]}(x))',
      'y1 = BroadcastTo{[3,2]}(Reshape{[]}(x))',
      'y2 = BroadcastTo{[2,6]}(Reshape{[]}(x))',
      'y3 = BroadcastTo{[1,2]}(Reshape{[]}(x))',
    ]);
  });

  it('multiplies a sum by the number of repetitions, and no mean or extremum', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = g.node('BroadcastTo', [g.input('x', [2, 1])], { shape: [2, 5] });
        return [
          g.node('Sum', [x], { axis: [0, 1], keepDims: true }),
          g.node('Mean', [x], { axis: [1], keepDims: true }),
          g.node('Max', [x], { axis: [1], keepDims: true }),
        ];
      }),
    ).toEqual([
      'y0 = Multiply(Sum{[0,1] true}(x), 5)',
      'y1 = Mean{[1] true}(x)',
      'y2 = Max{[1] true}(x)',
    ]);
  });

  it('broadcasts the result of a sum along axes that the sum keeps', () => {
    expect(
      improved(sinkBroadcasts, (g) => {
        const x = g.node('BroadcastTo', [g.input('x', [1, 1])], { shape: [4, 5] });
        return g.node('Sum', [x], { axis: [0], keepDims: false });
      }),
    ).toEqual(['y0 = Reshape{[5]}(BroadcastTo{[1,5]}(Multiply(Sum{[0] true}(x), 4)))']);
  });

  it('keeps a broadcast along axes that a sum keeps', () => {
    expect(
      keeps(sinkBroadcasts, (g) => {
        const x = g.node('BroadcastTo', [g.input('x', [2, 1])], { shape: [2, 5] });
        return g.node('Sum', [x], { axis: [0], keepDims: true });
      }),
    ).toBe(true);
  });
});
