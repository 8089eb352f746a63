/** Graphs at two batch sizes: what grows with the batch, where its samples meet, and the models of all sizes. */
import { describe, expect, it } from 'vitest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { encodeGraphModel } from '../../src/export/graphModel.js';
import { networkModels } from '../../src/export/networkModels.js';
import { GrowingLists } from '../../src/export/openBatch/growingLists.js';
import { batchAxis, growthOf, type Pair } from '../../src/export/openBatch/sizes.js';
import { whereSamplesMeet } from '../../src/export/openBatch/whereSamplesMeet.js';
import type { ValueId } from '../../src/ir/kernelGraph.js';
import { encodeModel } from '../../src/lowering/onnx/onnxModel.js';
import { interpret } from '../../src/oracle/interpret.js';
import { tensor } from '../conformance/tensors.js';
import { graphOf, type GraphBuilder } from '../ir/graphBuilder.js';
import { loadModel, predict } from './loadModel.js';
import { difference } from './networks.js';

/** Batches of 2 and 5 samples. */
const sizes = { unit: 1, counts: [2, 5] } as const;

/** Writes a graph of a batch of n samples with four numbers each. */
type Write = (g: GraphBuilder, n: number, x: ValueId) => ValueId;

const written = (write: Write, n: number) => graphOf((g) => write(g, n, g.input('x', [n, 4])));

describe('growthOf', () => {
  it('finds base and slope of each number', () => {
    const lists = [
      [7, 4, 2],
      [16, 4, 5],
    ] as const;
    // 2 · 3 + 1 = 7 and 5 · 3 + 1 = 16.
    expect(growthOf(lists, sizes)).toEqual({ base: [1, 4, 0], slope: [3, 0, 1] });
  });

  it('finds nothing where numbers do not grow in whole steps', () => {
    expect(growthOf([[1], [2]], sizes)).toBeUndefined();
    expect(growthOf([[1], [1, 1]], sizes)).toBeUndefined();
  });
});

describe('batchAxis', () => {
  it.each<[string, Pair<readonly number[]>, number | undefined]>([
    [
      'the axis that grows',
      [
        [3, 4],
        [3, 10],
      ],
      1,
    ],
    [
      'none where two axes grow',
      [
        [2, 2],
        [5, 5],
      ],
      undefined,
    ],
    ['none where the size grows from a base', [[3], [6]], undefined],
    ['none where no axis grows', [[3], [3]], undefined],
  ])('is %s', (_, shapes, axis) => {
    const growth = growthOf(shapes, sizes);
    expect(growth && batchAxis(growth)?.axis).toBe(axis);
  });
});

describe('whereSamplesMeet', () => {
  const meeting = (write: Write) => whereSamplesMeet([written(write, 2), written(write, 5)], sizes);

  it.each<[string, Write]>([
    ['a sum over the batch', (g, _n, x) => g.node('Sum', [x], { axis: [0], keepDims: true }, '/a')],
    [
      'a product of all pairs',
      (g, _n, x) => g.node('BatchMatMul', [x, x], { transposeA: false, transposeB: true }, '/a'),
    ],
    ['the batch turned round', (g, _n, x) => g.node('Reverse', [x], { dims: [0] }, '/a')],
    ['samples cut in another place', (g, n, x) => g.node('Reshape', [x], { shape: [4, n] }, '/a')],
    [
      'the batch without its first sample',
      (g, n, x) => g.node('Slice', [x], { begin: [1, 0], size: [n - 1, 4] }, '/a'),
    ],
    [
      'a sum over the batch where it has three samples or more',
      (g, n, x) =>
        n > 2
          ? g.node('Sum', [x], { axis: [0], keepDims: false }, '/a')
          : g.node('Exp', [x], {}, '/a'),
    ],
  ])('finds %s', (_, write) => {
    expect(meeting(write)).toBe('/a');
  });

  it.each<[string, Write]>([
    ['a sum over each sample', (g, _n, x) => g.node('Sum', [x], { axis: [1], keepDims: false })],
    ['samples turned round', (g, _n, x) => g.node('Reverse', [x], { dims: [1] })],
    ['samples as rows', (g, n, x) => g.node('Reshape', [x], { shape: [2 * n, 2] })],
    ['the batch as the last axis', (g, _n, x) => g.node('Transpose', [x], { perm: [1, 0] })],
    ['weights alone', (g) => g.node('Sum', [g.input('w', [3])], { axis: [0], keepDims: false })],
  ])('finds nothing in %s', (_, write) => {
    expect(meeting(write)).toBeUndefined();
  });
});

describe('GrowingLists', () => {
  it('leave the batch axis of a reshape open', () => {
    const lists = new GrowingLists('x', 1);
    expect(lists.nameOf({ base: [0, 7], slope: [2, 0] }, true)).toBe('batch/0');
    expect(lists.constants).toEqual([{ name: 'batch/0', values: [-1, 7] }]);
    expect(lists.nodes).toEqual([]);
  });

  it('compute other lists from the length of the input, each once', () => {
    const lists = new GrowingLists('x', 2);
    const [once, again] = [1, 2].map(() => lists.nameOf({ base: [0, 7], slope: [2, 0] }, false));
    expect(once).toBe(again);
    expect(lists.nodes.map(({ op }) => op)).toEqual([
      'Shape',
      'Slice',
      'Divide',
      'Multiply',
      'Add',
    ]);
    expect(lists.constants.map(({ values }) => values)).toEqual([[0], [1], [2], [2, 0], [0, 7]]);
    expect(lists.nodes.at(-1)?.name).toBe(once);
  });
});

describe('the models of a network', () => {
  const image: Write = (g, n, x) => g.node('Reshape', [x], { shape: [n, 2, 2, 1] });
  const filter = (g: GraphBuilder) =>
    g.data(tensor('float32', [3, 3, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]));
  const conv = {
    strides: [2, 2],
    padding: [
      [0, 1],
      [0, 1],
    ],
  } as const;

  it.each<[string, Write]>([
    [
      'repeat rows',
      (g, n, x) => {
        const rows = g.node('Reshape', [x], { shape: [n, 1, 4] });
        return g.node('BroadcastTo', [rows], { shape: [n, 3, 4] });
      },
    ],
    ['tile samples', (g, _n, x) => g.node('Tile', [x], { reps: [1, 3] })],
    ['cut samples', (g, n, x) => g.node('Slice', [x], { begin: [0, 1], size: [n, 2] })],
    [
      'pad samples',
      (g, _n, x) =>
        g.node('PadV2', [x], {
          paddings: [
            [0, 0],
            [1, 2],
          ],
          constantValue: 3,
        }),
    ],
    ['turn samples round', (g, _n, x) => g.node('Reverse', [x], { dims: [1] })],
    ['append constants', (g, n, x) => g.node('Concat', [x, g.fill(0.5, [n, 2])], { axis: 1 })],
    [
      'repeat pixels',
      (g, n, x) => g.node('UpSampleNearest', [image(g, n, x)], { factors: [2, 3] }),
    ],
    [
      'add up pixels',
      (g, n, x) => g.node('UpSampleNearestGrad', [image(g, n, x)], { factors: [2, 1] }),
    ],
    ['convolve images', (g, n, x) => g.node('Conv2D', [image(g, n, x), filter(g)], conv)],
    [
      'convolve images backwards',
      (g, n, x) =>
        g.node('Conv2DBackpropInput', [image(g, n, x), filter(g)], {
          ...conv,
          inputShape: [n, 4, 4, 1],
        }),
    ],
  ])('%s in batches of every size', async (_, write) => {
    const source = {
      name: 'sample',
      network: 'generator',
      takesPacks: false,
      unit: 1,
      layers: [],
    } as const;
    const graphFor = (n: number) => written(write, n);
    const models = networkModels({ ...source, graph: graphFor(4), graphFor }, new Map());
    expect(models.fixedBy).toBeUndefined();
    const onnx = await InferenceSession.create(encodeModel(models.onnx));
    const { model, weights } = encodeGraphModel(models.tensorflow, 'test');
    const graphModel = await loadModel(model, weights);
    for (const n of [1, 3, 64]) {
      const numbers = Array.from({ length: 4 * n }, (_each, at) => Math.sin(at + 1));
      const graph = graphFor(n);
      const expected =
        interpret(graph, new Map([['x', Float64Array.from(numbers)]])).get('y0') ?? [];
      const shape = graph.types.at(-1)?.shape;
      const { y0 } = await onnx.run({
        x: new Tensor('float32', Float32Array.from(numbers), [n, 4]),
      });
      expect(y0?.dims).toEqual(shape);
      expect(difference(y0?.data as Float32Array, expected)).toBeLessThan(1e-5);
      const found = predict(graphModel, new Map([['x', tensor('float32', [n, 4], numbers)]]));
      expect(found.shape).toEqual(shape);
      expect(difference(found.data, expected)).toBeLessThan(1e-5);
    }
    graphModel.dispose();
    await onnx.release();
  });
});
