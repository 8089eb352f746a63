import { describe, expect, it } from 'vitest';
import { commonSubexpressions } from '../../src/passes/commonSubexpressions.js';
import { deadNodes } from '../../src/passes/deadNodes.js';
import { improvedGraph, keeps } from './improved.js';

describe('commonSubexpressions', () => {
  it('merges equal nodes, in either order of commutative operands', () => {
    const graph = improvedGraph(commonSubexpressions, (g) => {
      const [x, z] = [g.input('x', [2]), g.input('z', [2])];
      const sums = [g.node('Add', [x, z], {}), g.node('Add', [z, x], {})];
      return sums.map((sum) => g.node('LeakyRelu', [sum], { alpha: 0.2 }));
    });
    expect(graph.nodes.map(({ kernel }) => kernel)).toEqual(['Add', 'LeakyRelu']);
    expect(graph.outputs.map(({ value }) => value)).toEqual([3, 3]);
  });

  it('merges constants of one number and type', () => {
    const graph = improvedGraph(commonSubexpressions, (g) => {
      const x = g.input('x', [2]);
      return [g.node('Add', [x, g.fill(2)], {}), g.node('Add', [x, g.fill(2)], {})];
    });
    expect(graph.constants).toHaveLength(1);
    expect(graph.nodes).toHaveLength(1);
  });

  it('keeps nodes that differ in operands or attributes, and constants that differ in number or shape', () => {
    expect(
      keeps(commonSubexpressions, (g) => {
        const [x, z] = [g.input('x', [2]), g.input('z', [2])];
        const clip = (clipValueMin: number) =>
          g.node('ClipByValue', [x], { clipValueMin, clipValueMax: Infinity });
        return [
          g.node('Sub', [x, z], {}),
          g.node('Sub', [z, x], {}),
          g.node('LeakyRelu', [x], { alpha: 0.2 }),
          g.node('LeakyRelu', [x], { alpha: 0.3 }),
          clip(-Infinity),
          clip(0),
          clip(-0),
          g.node('Add', [x, g.fill(0)], {}),
          g.node('Add', [x, g.fill(-0)], {}),
          g.node('Add', [x, g.fill(0, [2])], {}),
        ];
      }),
    ).toBe(true);
  });
});

describe('deadNodes', () => {
  it('removes nodes, constants and inputs that no output needs, and keeps the names of the rest', () => {
    const graph = improvedGraph(deadNodes, (g) => {
      g.node('Neg', [g.input('unused', [2])], {});
      return g.node('Neg', [g.input('x', [2], { kind: 'state' })], {});
    });
    expect(graph.inputs).toEqual([{ name: 'x', value: 0, kind: 'state' }]);
    expect(graph.nodes).toHaveLength(1);
    expect(graph.constants).toEqual([]);
  });
});
