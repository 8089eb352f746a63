import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/oracle/interpret.js';
import { optimize } from '../../src/passes/passes.js';
import { shareBackward } from '../../src/passes/shareBackward.js';
import { graphOf, type GraphBuilder } from '../ir/graphBuilder.js';
import { randomNumbers } from '../oracle/random.js';
import { improved, keeps } from './improved.js';

const conv = {
  strides: [2, 2],
  padding: [
    [0, 1],
    [0, 1],
  ],
} as const;

const samples = 3;

/** Inputs of the passes back through a convolution with a mask and a dense layer of one unit. */
function network(g: GraphBuilder) {
  return {
    dense: g.input('dense', [8, 1]),
    mask: g.input('mask', [samples, 2, 2, 2]),
    filter: g.input('filter', [3, 3, 1, 2]),
    image: g.input('image', [samples, 4, 4, 1]),
  };
}

/** The gradient by the masked layer, from that by the scores `[samples, 1]`. */
function masked(g: GraphBuilder, seed: number, { dense, mask }: ReturnType<typeof network>) {
  const attributes = { transposeA: false, transposeB: true };
  const flat = g.node('BatchMatMul', [seed, dense], attributes);
  return g.node('Multiply', [g.node('Reshape', [flat], { shape: [samples, 2, 2, 2] }), mask], {});
}

const toImage = (g: GraphBuilder, dy: number, filter: number) =>
  g.node('Conv2DBackpropInput', [dy, filter], { ...conv, inputShape: [samples, 4, 4, 1] });

/** The gradients by the filter for one loss, and by the images for both. */
function twoLosses(g: GraphBuilder): readonly number[] {
  const all = network(g);
  const [a, b] = [g.input('a', [samples, 1]), g.input('b', [samples, 1])];
  const [first, second] = [masked(g, a, all), masked(g, b, all)];
  const filterShape = [3, 3, 1, 2];
  return [
    g.node('Conv2DBackpropFilter', [all.image, first], { ...conv, filterShape }),
    toImage(g, first, all.filter),
    toImage(g, second, all.filter),
  ];
}

describe('shareBackward', () => {
  it('takes the gradient of the scores back once, and scales it for each loss', () => {
    const u = 'Multiply(Reshape{[3,2,2,2]}(BroadcastTo{[3,8]}(Reshape{[1,8]}(dense))), mask)';
    const s = (name: string) => `Reshape{[3,1,1,1]}(${name})`;
    const geometry = '{[2,2] [[0,1],[0,1]]';
    const image = `Conv2DBackpropInput${geometry} [3,4,4,1]}(${u}, filter)`;
    expect(improved(shareBackward, twoLosses)).toEqual([
      `y0 = Conv2DBackpropFilter${geometry} [3,3,1,2]}(image, Multiply(${u}, ${s('a')}))`,
      `y1 = Multiply(${image}, ${s('a')})`,
      `y2 = Multiply(${image}, ${s('b')})`,
    ]);
  });

  it('keeps the gradients, also of samples whose loss has none', () => {
    const graph = graphOf(twoLosses);
    const next = randomNumbers(7);
    const feeds = new Map(
      graph.inputs.map(({ name, value }) => {
        const size = graph.types[value]?.shape.reduce((product, axis) => product * axis, 1) ?? 1;
        return [name, Float64Array.from({ length: size }, () => next() - 0.5)];
      }),
    );
    feeds.set('a', Float64Array.of(0.5, 0, -1e-30));
    const expected = interpret(graph, feeds);
    const actual = interpret(optimize(graph), feeds);
    for (const [name, numbers] of expected) {
      numbers.forEach((value, at) => {
        expect(actual.get(name)?.[at]).toBeCloseTo(value, 12);
      });
    }
    expect(actual.get('y2')?.some((value) => value !== 0)).toBe(true);
  });

  it('leaves the pass of a single loss', () => {
    expect(
      keeps(shareBackward, (g) => {
        const all = network(g);
        return toImage(g, masked(g, g.input('a', [samples, 1]), all), all.filter);
      }),
    ).toBe(true);
  });

  it('leaves passes through different masks, as those of real and generated samples', () => {
    expect(
      keeps(shareBackward, (g) => {
        const all = network(g);
        const other = { ...all, mask: g.input('other', [samples, 2, 2, 2]) };
        const [a, b] = [g.input('a', [samples, 1]), g.input('b', [samples, 1])];
        return [
          toImage(g, masked(g, a, all), all.filter),
          toImage(g, masked(g, b, other), all.filter),
        ];
      }),
    ).toBe(true);
  });

  it('leaves passes that mix samples, as batch statistics do', () => {
    const centred = (g: GraphBuilder, x: number): number => {
      const mean = g.node('Mean', [x], { axis: [0, 1, 2], keepDims: false });
      return g.node('Sub', [x, mean], {});
    };
    expect(
      keeps(shareBackward, (g) => {
        const all = network(g);
        const [a, b] = [g.input('a', [samples, 1]), g.input('b', [samples, 1])];
        return [
          toImage(g, centred(g, masked(g, a, all)), all.filter),
          toImage(g, centred(g, masked(g, b, all)), all.filter),
        ];
      }),
    ).toBe(true);
  });

  it('leaves passes that share no more than elementwise kernels', () => {
    expect(
      keeps(shareBackward, (g) => {
        const all = network(g);
        return [
          masked(g, g.input('a', [samples, 1]), all),
          masked(g, g.input('b', [samples, 1]), all),
        ];
      }),
    ).toBe(true);
  });
});
