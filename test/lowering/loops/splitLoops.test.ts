import { describe, expect, it } from 'vitest';
import { splitLoops } from '../../../src/lowering/loops/splitLoops.js';
import { expressions, GraphBuilder } from '../../ir/graphBuilder.js';

const state = { kind: 'state' } as const;

/** θ ← θ − rate · g and an average of θ, for the gradient g = 2 · (xᵀ · y). */
function descent(): GraphBuilder {
  const g = new GraphBuilder();
  const [x, y] = [g.input('x', [8, 3]), g.input('y', [8, 2])];
  const weight = g.input('weight', [3, 2], state);
  const average = g.input('average', [3, 2], state);
  const rate = g.input('rate', []);
  const product = g.node('BatchMatMul', [x, y], { transposeA: true, transposeB: false });
  const gradient = g.node('Multiply', [product, g.fill(2)], {});
  const moved = g.node('Sub', [weight, g.node('Multiply', [rate, gradient], {})], {});
  const distance = g.node('Sub', [average, moved], {});
  g.state('weight', moved);
  g.state('average', g.node('Add', [moved, g.node('Multiply', [distance, g.fill(0.9)], {})], {}));
  return g;
}

/** Kernels of each loop, its operands that are single numbers, and the states that it writes. */
function loopsOf(g: GraphBuilder) {
  const graph = g.graph();
  return splitLoops(graph).loops.map(({ size, operands, nodes, results }) => ({
    size,
    kernels: nodes.map(({ kernel }) => kernel).join(' '),
    tensors: operands.filter(({ single }) => !single).length,
    numbers: operands.filter(({ single }) => single).length,
    results: results.map(({ name }) => name),
  }));
}

describe('splitLoops', () => {
  it('takes an update and an average into one loop, down to the last factor of the gradient', () => {
    const g = descent();
    expect(loopsOf(g)).toEqual([
      {
        size: 6,
        kernels: 'Multiply Multiply Sub Sub Multiply Add',
        tensors: 3,
        numbers: 1,
        results: ['weight', 'average'],
      },
    ]);
    const { rest } = splitLoops(g.graph());
    expect(expressions(rest)).toEqual(['loop/5 = BatchMatMul{true false}(x, y)']);
    expect(rest.inputs.map(({ name }) => name)).toEqual(['x', 'y']);
  });

  it('leaves a graph without elementwise updates as it is', () => {
    const g = new GraphBuilder();
    const x = g.input('x', [4], state);
    g.result('y', g.node('Add', [x, g.fill(1)], {}));
    g.state('x', g.node('Reverse', [x], { dims: [0] }));
    const graph = g.graph();
    expect(splitLoops(graph)).toEqual({ rest: graph, loops: [] });
    expect(splitLoops(graph).rest).toBe(graph);
  });

  it('leaves to the rest what a result, a sum or a broadcast reads', () => {
    const g = new GraphBuilder();
    const [x, row] = [g.input('x', [4, 3], state), g.input('row', [3])];
    const shown = g.node('Add', [x, g.fill(1)], {});
    const summed = g.node('Square', [x], {});
    const repeated = g.node('Neg', [row], {});
    g.result('shown', shown);
    g.result('sum', g.node('Sum', [summed], { axis: [0, 1], keepDims: false }));
    g.state('a', g.node('Sub', [shown, summed], {}));
    g.state('b', g.node('Sub', [x, repeated], {}));
    expect(loopsOf(g)).toEqual([
      { size: 12, kernels: 'Sub', tensors: 2, numbers: 0, results: ['a'] },
    ]);
  });

  it('makes one loop of updates that read the same tensor, and two of others', () => {
    const g = new GraphBuilder();
    const [gradient, other] = [g.input('gradient', [5]), g.input('other', [5])];
    for (const [name, operand] of [
      ['m', gradient],
      ['v', gradient],
      ['w', other],
    ] as const) {
      g.state(name, g.node('Add', [g.input(name, [5], state), operand], {}));
    }
    expect(loopsOf(g).map(({ results }) => results)).toEqual([['m', 'v'], ['w']]);
  });

  it('leaves constants of many numbers and other dtypes to the rest', () => {
    const g = new GraphBuilder();
    const x = g.input('x', [2], state);
    const count = g.input('count', [2], { ...state, dtype: 'int32' });
    const list = g.data({ dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) });
    g.state('x', g.node('Multiply', [x, list], {}));
    g.state('count', g.node('Add', [count, g.fill(1, [], 'int32')], {}));
    expect(loopsOf(g)).toEqual([]);
  });
});
