import { describe, expect, it } from 'vitest';
import type { KernelName, Kernels } from '../../src/ir/kernels.js';
import type { Shape } from '../../src/ir/tensorType.js';
import { dropIdentities } from '../../src/passes/dropIdentities.js';
import { improved, keeps } from './improved.js';

function one<K extends KernelName>(kernel: K, shape: Shape, attributes: Kernels[K]['attributes']) {
  return { kernel, shape, attributes };
}

const none = { axis: [], keepDims: false };

describe('dropIdentities', () => {
  it.each([
    one('StopGradient', [2], {}),
    one('Reshape', [2, 3], { shape: [2, 3] }),
    one('Cast', [2], { dtype: 'float32' }),
    one('BroadcastTo', [2], { shape: [2] }),
    one('Tile', [2, 3], { reps: [1, 1] }),
    one('Slice', [2, 3], { begin: [0, 0], size: [2, 3] }),
    one('PadV2', [2], { paddings: [[0, 0]], constantValue: 7 }),
    one('Transpose', [2, 3], { perm: [0, 1] }),
    one('Reverse', [2, 1], { dims: [1] }),
    one('Concat', [2], { axis: 0 }),
    one('ClipByValue', [2], { clipValueMin: -Infinity, clipValueMax: Infinity }),
    one('UpSampleNearest', [1, 2, 2, 1], { factors: [1, 1] }),
    one('UpSampleNearestGrad', [1, 2, 2, 1], { factors: [1, 1] }),
    one('Sum', [2, 3], none),
    one('Mean', [2, 3], none),
    one('Max', [2, 1], { axis: [1], keepDims: true }),
    one('Min', [2, 3], none),
  ])('drops $kernel $attributes on $shape', ({ kernel, shape, attributes }) => {
    expect(
      improved(dropIdentities, (g) => g.node(kernel, [g.input('x', shape)], attributes)),
    ).toEqual(['y0 = x']);
  });

  it('reshapes where only axes of size 1 move or disappear', () => {
    expect(
      improved(dropIdentities, (g) => {
        const x = g.input('x', [1, 3, 1]);
        return [
          g.node('Transpose', [x], { perm: [2, 1, 0] }),
          g.node('Transpose', [x], { perm: [1, 0, 2] }),
          g.node('Sum', [x], { axis: [0, 2], keepDims: false }),
        ];
      }),
    ).toEqual(['y0 = x', 'y1 = Reshape{[3,1,1]}(x)', 'y2 = Reshape{[3]}(x)']);
  });

  it('keeps kernels that change their input', () => {
    expect(
      keeps(dropIdentities, (g) => {
        const x = g.input('x', [2, 3]);
        return [
          g.node('Transpose', [x], { perm: [1, 0] }),
          g.node('Sum', [x], { axis: [0], keepDims: true }),
          g.node('Reverse', [x], { dims: [1] }),
          g.node('Cast', [x], { dtype: 'int32' }),
          g.node('ClipByValue', [x], { clipValueMin: 0, clipValueMax: Infinity }),
          g.node('Concat', [x, x], { axis: 0 }),
        ];
      }),
    ).toBe(true);
  });
});
