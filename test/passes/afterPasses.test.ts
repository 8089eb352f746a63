import { afterEach, describe, expect, it, vi } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.js';
import { verify } from '../../src/ir/verify/verify.js';
import { afterPasses } from '../../src/passes/afterPasses.js';
import { composeLayout } from '../../src/passes/composeLayout.js';
import { optimize, passes } from '../../src/passes/passes.js';
import { graphOf, type GraphBuilder } from '../ir/graphBuilder.js';

function errorOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    return error.message;
  }
}

/** y = −x, transposed twice. */
function turned(g: GraphBuilder) {
  const x = g.node('Neg', [g.input('x', [2, 3])], {}, '/loss');
  const once = g.node('Transpose', [x], { perm: [1, 0] }, '/loss');
  return g.node('Transpose', [once], { perm: [1, 0] }, '/loss');
}

describe('a graph after all passes', () => {
  it.each<[string, (g: GraphBuilder) => number, readonly string[]]>([
    [
      'a stopped gradient',
      (g) => g.node('StopGradient', [g.input('x', [2])], {}, '/loss'),
      ['no StopGradient is left, since no gradient is taken any more: %0 StopGradient (/loss)'],
    ],
    [
      'a kernel that changes nothing',
      (g) => g.node('Reshape', [g.input('x', [2])], { shape: [2] }, '/loss'),
      ['no node returns its input unchanged: %0 Reshape (/loss) returns 0'],
    ],
    [
      'unused inputs, constants and nodes',
      (g) => {
        const x = g.input('x', [2]);
        g.fill(5);
        g.node('Exp', [x], {}, '/loss');
        return g.input('z', []);
      },
      [
        'an output depends on every input, constant and node: the input x is not needed',
        'an output depends on every input, constant and node: the constant 1 is not needed',
        'an output depends on every input, constant and node: %0 Exp (/loss) is not needed',
        'values are numbered from 0 in the order of inputs, constants and nodes: value 3 is number 1 in this order',
        'values are numbered from 0 in the order of inputs, constants and nodes: value 1 is number 2 in this order',
        'values are numbered from 0 in the order of inputs, constants and nodes: %0 Exp (/loss) value 2 is number 3 in this order',
      ],
    ],
    [
      'equal constants',
      (g) => g.node('Add', [g.fill(1), g.fill(1)], {}),
      ['no two constants hold the same single number of the same type: 0 and 1'],
    ],
  ])('has no %s', (_, build, violations) => {
    const error = errorOf(() => {
      verify(graphOf(build), afterPasses(passes));
    });
    expect(error.split('\n  ')).toEqual([
      'the graph "test" is wrong after all passes:',
      ...violations,
    ]);
  });
});

describe('optimize', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('names the first pass that returns a wrong graph', () => {
    vi.spyOn(composeLayout, 'run').mockImplementation((graph) => ({
      ...graph,
      nodes: graph.nodes.map((node) => ({ ...node, inputs: [0] })),
    }));
    expect(errorOf(() => optimize(graphOf(turned)))).toBe(
      'the graph "test" is wrong after the pass composeLayout:\n' +
        '  every node has the type that its shape rule gives: %2 Transpose (/loss) has f32[2,3] instead of f32[3,2]',
    );
  });

  it('names a pass that fails', () => {
    vi.spyOn(composeLayout, 'run').mockImplementation(() => {
      throw new InternalError('value 7 has no type');
    });
    expect(errorOf(() => optimize(graphOf(turned)))).toBe(
      'the pass composeLayout fails on the graph "test": value 7 has no type',
    );
  });

  it('reports a graph that is wrong before the passes', () => {
    const graph = graphOf(turned);
    const types = graph.types.map(({ shape }) => ({ dtype: 'int32', shape }) as const);
    expect(
      errorOf(() =>
        optimize({ ...graph, types: [...types.slice(0, -1), ...graph.types.slice(-1)] }),
      ),
    ).toBe(
      'the graph "test" is wrong before all passes:\n' +
        '  every node has the type that its shape rule gives: %2 Transpose (/loss) has f32[2,3] instead of i32[2,3]',
    );
  });
});
