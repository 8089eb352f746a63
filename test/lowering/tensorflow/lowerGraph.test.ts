import { describe, expect, it } from 'vitest';
import { encodeGraphModel } from '../../../src/export/graphModel.js';
import { lowerGraph } from '../../../src/lowering/tensorflow/lowerGraph.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import { tensor } from '../../conformance/engines.js';
import { loadModel, predict } from '../../export/loadModel.js';

const pair = { dtype: 'float32', shape: [2] } as const;
const wide = { dtype: 'float32', shape: [3, 2] } as const;

/** ((x + my bias) + 0.5) + 0.5, with a state and a result whose names no node can have. */
const graph: KernelGraph = {
  name: 'tiny',
  types: [pair, pair, wide, wide, pair, wide, wide],
  inputs: [
    { name: 'x', value: 0, kind: 'feed' },
    { name: 'layer/my bias', value: 1, kind: 'state' },
  ],
  constants: [
    { value: 2, content: { fill: 0.5 } },
    { value: 3, content: { fill: 0.5 } },
  ],
  nodes: [
    { kernel: 'Add', inputs: [0, 1], attributes: {}, output: 4, origin: '' },
    { kernel: 'Add', inputs: [4, 2], attributes: {}, output: 5, origin: '' },
    { kernel: 'Add', inputs: [5, 3], attributes: {}, output: 6, origin: '' },
  ],
  outputs: [
    { name: 'the sum', value: 6, kind: 'result' },
    { name: 'layer/my bias', value: 4, kind: 'state' },
  ],
};
const state = new Map([['layer/my bias', tensor('float32', [2], [10, 20])]]);

describe('lowerGraph', () => {
  const { model, mapped } = lowerGraph(graph, state);

  it('makes weights of state, and keeps equal constants once', () => {
    expect(model.weights).toEqual([
      { name: 'layer/my_bias', ...tensor('float32', [2], [10, 20]) },
      { name: 'const_0', ...tensor('float32', [], [0.5]) },
      { name: 'const_1', ...tensor('int32', [2], [3, 2]) },
    ]);
  });

  it('maps names that no node can have, and tells which', () => {
    expect([...mapped]).toEqual([
      ['layer/my bias', 'layer/my_bias'],
      ['the sum', 'the_sum'],
    ]);
  });

  it('gives no two nodes one name', () => {
    const both: KernelGraph = {
      ...graph,
      inputs: [
        { name: 'layer/my_bias', value: 0, kind: 'feed' },
        { name: 'layer/my bias', value: 1, kind: 'state' },
      ],
    };
    expect([...lowerGraph(both, state).mapped]).toEqual([
      ['layer/my bias', 'layer/my_bias_2'],
      ['the sum', 'the_sum'],
    ]);
  });

  it('leaves state outputs out', () => {
    expect(model.outputs.map(({ key }) => key)).toEqual(['the sum']);
  });

  it('refuses a state that lacks a tensor', () => {
    expect(() => lowerGraph(graph, new Map())).toThrow(
      'graph tiny reads "layer/my bias", which the state lacks',
    );
  });
});

describe('an encoded graph model', () => {
  it('runs in tfjs', async () => {
    const files = encodeGraphModel(lowerGraph(graph, state).model, 'ganspec');
    const model = await loadModel(files.model, files.weights);
    expect(model.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(model.outputs.map(({ name }) => name)).toEqual(['the_sum']);
    const { data } = predict(model, new Map([['x', tensor('float32', [2], [1, 2])]]));
    expect(data).toEqual([12, 23, 12, 23, 12, 23]);
    model.dispose();
  });

  it('has its weights one after the other', () => {
    const { weights } = encodeGraphModel(lowerGraph(graph, state).model, 'ganspec');
    const floats = new Float32Array(Uint8Array.from(weights).buffer, 0, 3);
    const wholes = new Int32Array(Uint8Array.from(weights).buffer, 12);
    expect([...floats, ...wholes]).toEqual([10, 20, 0.5, 3, 2]);
  });
});
