import { describe, expect, it } from 'vitest';
import type { KernelGraph, ValueId } from '../../src/ir/kernelGraph.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import { expandSums } from '../../src/passes/expandSums.js';
import { optimize } from '../../src/passes/passes.js';
import type { GraphBuilder } from '../ir/graphBuilder.js';
import { graphOf } from '../ir/graphBuilder.js';
import { interpret } from '../../src/oracle/interpret.js';
import { randomNumbers } from '../oracle/random.js';
import { improved, keeps } from './improved.js';

const rows = [4096, 8];
const columns = { axis: [0], keepDims: true };

function centred(g: GraphBuilder, x: ValueId): ValueId {
  return g.node('Sub', [x, g.node('Mean', [x], { axis: [0], keepDims: false })], {});
}

describe('expandSums', () => {
  it('computes the sum of a linear combination from known sums', () => {
    expect(
      improved(expandSums, (g) => {
        const [x, z, s] = [g.input('x', rows), g.input('z', rows), g.input('s', [8])];
        const combined = g.node('Sub', [g.node('Multiply', [x, s], {}), z], {});
        return [
          g.node('Sum', [x], columns),
          g.node('Mean', [z], columns),
          g.node('Sum', [combined], columns),
        ];
      }).slice(2),
    ).toEqual(['y2 = Add(Multiply(Sum{[0] true}(x), s), Multiply(Mean{[0] true}(z), -4096))']);
  });

  it('replaces the sum of centred values by 0', () => {
    expect(
      improved(expandSums, (g) => {
        const scaled = g.node('Multiply', [centred(g, g.input('x', rows)), g.input('s', [8])], {});
        return [g.node('Sum', [scaled], columns)];
      }),
    ).toEqual(['y0 = 0:f32[1,8]']);
  });

  it('multiplies a constant term by the number of summed elements', () => {
    expect(
      improved(expandSums, (g) => {
        const x = g.input('x', rows);
        const shifted = g.node('Add', [x, g.input('s', [8])], {});
        return [g.node('Sum', [x], columns), g.node('Sum', [shifted], columns)];
      }).slice(1),
    ).toEqual(['y1 = Add(Sum{[0] true}(x), Reshape{[1,8]}(Multiply(s, 4096)))']);
  });

  it('visits a value once, however many paths lead to it', () => {
    expect(
      keeps(expandSums, (g) => {
        let x = g.input('x', rows);
        // 2⁶⁴ paths from the last value to the first.
        for (let i = 0; i < 64; i += 1) x = g.node('Add', [x, x], {});
        return [g.node('Sum', [x], columns)];
      }),
    ).toBe(true);
  });

  it('keeps sums with an unknown part, over other axes, or of few elements', () => {
    expect(
      keeps(expandSums, (g) => {
        const [x, z] = [g.input('x', rows), g.input('z', rows)];
        const [few, known] = [g.input('few', [2, 2]), g.node('Sum', [x], columns)];
        const other = g.node('Mean', [x], { axis: [1], keepDims: true });
        return [
          known,
          g.node('Sum', [g.node('Add', [x, z], {})], columns),
          g.node('Sum', [g.node('Sub', [x, other], {})], { axis: [0, 1], keepDims: true }),
          g.node('Sum', [centred(g, few)], columns),
        ];
      }),
    ).toBe(true);
  });
});

/**
 * Batch normalization of `x: [4096, 8]` without epsilon and offset, and the gradient with respect to x where `g` is that of the
 * result, written out kernel by kernel as reverse mode does.
 */
function batchNormWithGradient(g: GraphBuilder): readonly ValueId[] {
  const [x, dy, gamma] = [g.input('x', rows), g.input('g', rows), g.input('gamma', [8])];
  const mean = { axis: [0], keepDims: false };
  const xc = centred(g, x);
  const inverse = g.node('Rsqrt', [g.node('Mean', [g.node('Square', [xc], {})], mean)], {});
  const normal = g.node('Multiply', [xc, inverse], {});
  const y = g.node('Multiply', [normal, gamma], {});
  const dGamma = g.node('Sum', [g.node('Multiply', [dy, normal], {})], mean);
  const dNormal = g.node('Multiply', [dy, gamma], {});
  const dInverse = g.node('Sum', [g.node('Multiply', [dNormal, xc], {})], mean);
  const cubed = g.node('Multiply', [inverse, g.node('Square', [inverse], {})], {});
  const dVariance = g.node(
    'Multiply',
    [dInverse, g.node('Multiply', [cubed, g.fill(-0.5)], {})],
    {},
  );
  const share = g.node('RealDiv', [dVariance, g.fill(4096)], {});
  const spread = g.node('BroadcastTo', [g.node('Reshape', [share], { shape: [1, 8] })], {
    shape: rows,
  });
  const ofSquare = g.node('Multiply', [spread, g.node('Multiply', [xc, g.fill(2)], {})], {});
  const dXc = g.node('Add', [g.node('Multiply', [dNormal, inverse], {}), ofSquare], {});
  const dMean = g.node('Neg', [g.node('Sum', [dXc], mean)], {});
  const ofMean = g.node('RealDiv', [dMean, g.fill(4096)], {});
  const back = g.node('BroadcastTo', [g.node('Reshape', [ofMean], { shape: [1, 8] })], {
    shape: rows,
  });
  const dBeta = g.node('Sum', [dy], mean);
  return [y, g.node('Add', [dXc, back], {}), dGamma, dBeta];
}

function passesOver(graph: KernelGraph, kernel: string): number {
  return graph.nodes.filter(
    (node) =>
      node.kernel === kernel && sizeOf(graph.types[node.inputs[0] ?? -1]?.shape ?? []) > 1000,
  ).length;
}

describe('the gradient of a batch normalization', () => {
  const graph = graphOf(batchNormWithGradient);
  const closed = optimize(graph);

  it('becomes its closed form: two sums over the batch, and four products', () => {
    // Σ dy and Σ dy·(x − mean); y, the second of those sums, and dx = a·dy + e·(x − mean) + f.
    expect(passesOver(graph, 'Sum')).toBe(4);
    expect(passesOver(closed, 'Sum')).toBe(2);
    expect(passesOver(graph, 'Multiply')).toBe(8);
    expect(passesOver(closed, 'Multiply')).toBe(4);
  });

  it('keeps its value', () => {
    const next = randomNumbers(1);
    const feeds = new Map(
      graph.inputs.map(({ name, value }) => [
        name,
        Float64Array.from({ length: sizeOf(graph.types[value]?.shape ?? []) }, () => next() - 0.3),
      ]),
    );
    const expected = interpret(graph, feeds);
    const actual = interpret(closed, feeds);
    for (const [name, numbers] of expected) {
      const most = numbers.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
      const worst = numbers.reduce(
        (top, value, at) => Math.max(top, Math.abs(value - (actual.get(name)?.[at] ?? NaN))),
        0,
      );
      expect(worst / most).toBeLessThan(1e-9);
    }
  });
});
