import { describe, expect, it } from 'vitest';
import { elementwiseKernels, type KernelName, type Kernels } from '../../src/ir/kernels.js';
import { foldConstants } from '../../src/passes/foldConstants.js';
import { kernelCases } from '../oracle/kernelCases.js';
import { interpretKernel } from '../../src/oracle/interpret.js';
import { improved, improvedGraph, keeps } from './improved.js';

describe('foldConstants', () => {
  it('folds constants of one number', () => {
    expect(
      improved(foldConstants, (g) => {
        const two = g.fill(2, [2, 3]);
        return [
          g.node('RealDiv', [g.fill(1), g.fill(8)], {}),
          g.node('Add', [two, g.fill(0.5, [3])], {}),
          g.node('Reshape', [two], { shape: [6] }),
          g.node('Sum', [two], { axis: [0, 1], keepDims: false }),
          g.node('Mean', [two], { axis: [1], keepDims: false }),
          g.node('Concat', [two, g.fill(2, [1, 3])], { axis: 0 }),
          g.node('PadV2', [g.fill(0, [2])], { paddings: [[1, 1]], constantValue: 0 }),
          g.node('Cast', [g.node('Greater', [two, g.fill(1)], {})], { dtype: 'float32' }),
          g.node('BatchMatMul', [two, two], { transposeA: false, transposeB: true }),
          g.node('BatchMatMul', [two, two], { transposeA: true, transposeB: false }),
        ];
      }),
    ).toEqual([
      'y0 = 0.125',
      'y1 = 2.5:f32[2,3]',
      'y2 = 2:f32[6]',
      'y3 = 12',
      'y4 = 2:f32[2]',
      'y5 = 2:f32[3,3]',
      'y6 = 0:f32[4]',
      'y7 = 1:f32[2,3]',
      'y8 = 12:f32[2,2]',
      'y9 = 8:f32[3,3]',
    ]);
  });

  it('keeps results of several numbers, and int32 results out of range', () => {
    expect(
      keeps(foldConstants, (g) => {
        const x = g.input('x', [2]);
        const large = g.fill(2 ** 30, [], 'int32');
        return [
          g.node('Add', [x, g.fill(1)], {}),
          g.node('Concat', [g.fill(1, [2]), g.fill(2, [2])], { axis: 0 }),
          g.node('PadV2', [g.fill(1, [2])], { paddings: [[1, 1]], constantValue: 0 }),
          g.node('Multiply', [large, large], {}),
        ];
      }),
    ).toBe(true);
  });

  const fills = [-1.5, -1, 0, 0.25, 2];
  // JavaScript has no erf, so Erf alone is left to the engines.
  const names = elementwiseKernels.filter((kernel) => kernel !== 'Erf');
  const elementwise = kernelCases.filter(
    ({ kernel, inputs }) =>
      names.some((name) => name === kernel) && inputs.every(({ dtype }) => dtype === 'float32'),
  );
  it.each(elementwise)('agrees with the reference interpreter on $kernel $attributes', (one) => {
    for (const a of fills) {
      for (const b of fills) expectFolded(one.kernel, one.inputs.length, one.attributes, [a, b]);
    }
  });
});

function expectFolded<K extends KernelName>(
  kernel: K,
  arity: number,
  attributes: Kernels[K]['attributes'],
  numbers: readonly number[],
): void {
  const used = numbers.slice(0, arity);
  const values = used.map((value) => ({
    dtype: 'float32' as const,
    shape: [],
    data: Float64Array.of(value),
  }));
  const expected = interpretKernel(kernel, values, attributes).data[0] ?? 0;
  const graph = improvedGraph(foldConstants, (g) =>
    g.node(
      kernel,
      used.map((value) => g.fill(value)),
      attributes,
    ),
  );
  const content = graph.constants[0]?.content;
  const folded = content && 'fill' in content ? content.fill : undefined;
  expect(graph.nodes).toEqual([]);
  if (Number.isNaN(expected)) expect(folded).toBeNaN();
  else expect(folded).toBeCloseTo(expected, 12);
}
