import { expect, it } from 'vitest';
import { reportPasses } from '../../src/passes/report.js';
import { GraphBuilder } from '../ir/graphBuilder.js';

/** y = −(x·1), with a node without readers. */
function negated() {
  const g = new GraphBuilder();
  const x = g.input('x', [2]);
  g.node('Exp', [g.input('unused', [])], {});
  g.result('y', g.node('Neg', [g.node('Multiply', [x, g.fill(1)], {}, '/loss')], {}));
  return g.graph();
}

it('reports every pass of every round, with the lines that it changes', () => {
  const reports = reportPasses(negated());
  expect(new Set(reports.map(({ graph, round }) => `${graph} ${round}`))).toEqual(
    new Set(['test 1', 'test 2', 'test 3']),
  );
  expect(reports.filter(({ difference }) => difference !== '')).toEqual([
    {
      pass: 'deadNodes',
      sentence: 'nodes, constants and inputs that no output needs are left out',
      graph: 'test',
      round: 1,
      // Exp of one number, Multiply by a number and Neg of two.
      before: { nodes: 3, flops: 5, bytesMoved: 4 * (2 + 5 + 4) },
      after: { nodes: 2, flops: 4, bytesMoved: 4 * (5 + 4) },
      difference: `inputs
  - feed  f32[]  unused
nodes
  - %0  f32[]  Exp unused`,
    },
    {
      pass: 'simplifyArithmetic',
      sentence:
        'sums with 0, products with 1, double signs and chains of constant factors are worked out',
      graph: 'test',
      round: 1,
      before: { nodes: 2, flops: 4, bytesMoved: 4 * (5 + 4) },
      after: { nodes: 1, flops: 2, bytesMoved: 4 * 4 },
      difference: `nodes
  - %1  f32[2]  Multiply x 1  # /loss
  - %2  f32[2]  Neg %1
  + %2  f32[2]  Neg x`,
    },
  ]);
});
