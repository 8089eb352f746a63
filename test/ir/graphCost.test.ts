import { expect, it } from 'vitest';
import { graphCost } from '../../src/ir/graphCost.js';
import { graphOf } from './graphBuilder.js';

const noPadding = {
  padding: [
    [0, 0],
    [0, 0],
  ],
} as const;

it('counts two operations for each multiply-add of a product', () => {
  const graph = graphOf((g) =>
    g.node('BatchMatMul', [g.input('a', [5, 3, 2]), g.input('b', [5, 3, 4])], {
      transposeA: true,
      transposeB: false,
    }),
  );
  // 5 products of 2×3 by 3×4; 30 and 60 numbers are read, 40 written.
  expect(graphCost(graph)).toEqual({ nodes: 1, flops: 5 * 2 * 2 * 3 * 4, bytesMoved: 4 * 130 });
});

it('counts a convolution and both its gradients alike', () => {
  const graph = graphOf((g) => {
    const attributes = { strides: [2, 1], ...noPadding } as const;
    const x = g.input('x', [2, 5, 4, 3]);
    const filter = g.input('filter', [3, 2, 3, 7]);
    const y = g.node('Conv2D', [x, filter], attributes);
    return [
      y,
      g.node('Conv2DBackpropInput', [y, filter], { ...attributes, inputShape: [2, 5, 4, 3] }),
      g.node('Conv2DBackpropFilter', [x, y], { ...attributes, filterShape: [3, 2, 3, 7] }),
    ];
  });
  // 2 images of 2×3 positions, each with a filter of 3·2·3 numbers for each of 7 channels.
  const each = 2 * 12 * (3 * 2 * 3 * 7);
  // Each reads or writes the images, the filter and the result once.
  const tensors = 4 * (120 + 126 + 84);
  expect(graphCost(graph)).toEqual({ nodes: 3, flops: 3 * each, bytesMoved: 3 * tensors });
});

it('counts one operation for each result of an elementwise kernel', () => {
  const graph = graphOf((g) => g.node('Add', [g.input('a', [4, 6]), g.input('b', [6])], {}));
  expect(graphCost(graph)).toEqual({ nodes: 1, flops: 24, bytesMoved: 4 * (24 + 6 + 24) });
});

it('counts one operation for each number that a reduction reads', () => {
  const graph = graphOf((g) => {
    const x = g.input('x', [4, 6]);
    const dy = g.input('dy', [1, 4, 6, 1]);
    return [
      g.node('Sum', [x], { axis: [1], keepDims: false }),
      g.node('UpSampleNearestGrad', [dy], { factors: [2, 3] }),
    ];
  });
  expect(graphCost(graph)).toEqual({ nodes: 2, flops: 24 + 24, bytesMoved: 4 * (24 + 4 + 24 + 4) });
});

it('counts bytes and no operations for what moves numbers', () => {
  const graph = graphOf((g) => g.node('Transpose', [g.input('x', [4, 6])], { perm: [1, 0] }));
  expect(graphCost(graph)).toEqual({ nodes: 1, flops: 0, bytesMoved: 4 * 48 });
});

it('reads an operand once that is given twice, and a byte for a truth value', () => {
  const graph = graphOf((g) => {
    const x = g.input('x', [10]);
    return g.node('Select', [g.node('Greater', [x, g.fill(0)], {}), x, x], {});
  });
  // The comparison reads 40 bytes and 4, and writes 10; the choice reads 10 and 40, and writes 40.
  expect(graphCost(graph)).toEqual({ nodes: 2, flops: 20, bytesMoved: 54 + 90 });
});

it('reads one number of a constant that repeats it', () => {
  const graph = graphOf((g) => g.node('Multiply', [g.input('x', [9]), g.fill(2, [9])], {}));
  expect(graphCost(graph)).toEqual({ nodes: 1, flops: 9, bytesMoved: 4 * (9 + 1 + 9) });
});

it('moves nothing for views, whose readers read the tensor behind them', () => {
  const graph = graphOf((g) => {
    const flat = g.node('Reshape', [g.input('x', [1, 10])], { shape: [10] });
    const repeated = g.node('BroadcastTo', [flat], { shape: [500, 10] });
    return g.node('Neg', [g.node('StopGradient', [repeated], {})], {});
  });
  expect(graphCost(graph)).toEqual({ nodes: 4, flops: 5000, bytesMoved: 4 * (10 + 5000) });
});
