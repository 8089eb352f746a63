import { describe, expect, it } from 'vitest';
import { composeLayout } from '../../src/passes/composeLayout.js';
import { improved, keeps } from './improved.js';

describe('composeLayout', () => {
  it('merges reshapes, and removes those back to the first shape', () => {
    expect(
      improved(composeLayout, (g) => {
        const x = g.input('x', [2, 6]);
        const flat = g.node('Reshape', [x], { shape: [12] });
        return [
          g.node('Reshape', [flat], { shape: [3, 4] }),
          g.node('Reshape', [flat], { shape: [2, 6] }),
        ];
      }),
    ).toEqual(['y0 = Reshape{[3,4]}(x)', 'y1 = x']);
  });

  it('merges transposes', () => {
    // Axis i of the result is axis [2,0,1][[1,2,0][i]] of x: 0, 1, 2.
    expect(
      improved(composeLayout, (g) => {
        const x = g.input('x', [2, 3, 4]);
        const turned = g.node('Transpose', [x], { perm: [2, 0, 1] });
        return [
          g.node('Transpose', [turned], { perm: [1, 2, 0] }),
          g.node('Transpose', [turned], { perm: [0, 2, 1] }),
        ];
      }),
    ).toEqual(['y0 = Transpose{[0,1,2]}(x)', 'y1 = Transpose{[2,1,0]}(x)']);
  });

  it('merges slices', () => {
    expect(
      improved(composeLayout, (g) => {
        const x = g.input('x', [10, 4]);
        const part = g.node('Slice', [x], { begin: [2, 1], size: [6, 3] });
        return g.node('Slice', [part], { begin: [3, 0], size: [2, 2] });
      }),
    ).toEqual(['y0 = Slice{[5,1] [2,2]}(x)']);
  });

  it('slices the concatenated tensor that contains a slice', () => {
    expect(
      improved(composeLayout, (g) => {
        const both = g.node('Concat', [g.input('a', [3, 2]), g.input('b', [4, 2])], { axis: 0 });
        return [
          g.node('Slice', [both], { begin: [0, 0], size: [3, 2] }),
          g.node('Slice', [both], { begin: [4, 1], size: [2, 1] }),
        ];
      }),
    ).toEqual(['y0 = Slice{[0,0] [3,2]}(a)', 'y1 = Slice{[1,1] [2,1]}(b)']);
  });

  it('keeps a slice across two concatenated tensors', () => {
    expect(
      keeps(composeLayout, (g) => {
        const both = g.node('Concat', [g.input('a', [3]), g.input('b', [4])], { axis: 0 });
        return g.node('Slice', [both], { begin: [2], size: [2] });
      }),
    ).toBe(true);
  });
});
