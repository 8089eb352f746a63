import { describe, expect, it } from 'vitest';
import { encodeGraphModel } from '../../src/export/graphModel.js';
import { networkModels, type NetworkSource } from '../../src/export/networkModels.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { tensor } from '../conformance/tensors.js';
import { loadModel, predict } from './loadModel.js';

const pair = { dtype: 'float32', shape: [2] } as const;
const wide = { dtype: 'float32', shape: [3, 2] } as const;

/** (x + my bias) + 0.5, with a state and a result whose names no node can have. */
const graph: KernelGraph = {
  name: 'tiny',
  types: [pair, pair, wide, pair, wide],
  inputs: [
    { name: 'x', value: 0, kind: 'feed' },
    { name: 'layer/my bias', value: 1, kind: 'state' },
  ],
  constants: [{ value: 2, content: { fill: 0.5 } }],
  nodes: [
    { kernel: 'Add', inputs: [0, 1], attributes: {}, output: 3, origin: '' },
    { kernel: 'Add', inputs: [3, 2], attributes: {}, output: 4, origin: '' },
  ],
  outputs: [
    { name: 'the sum', value: 4, kind: 'result' },
    { name: 'layer/my bias', value: 3, kind: 'state' },
  ],
};
const state = new Map([['layer/my bias', tensor('float32', [2], [10, 20])]]);

/** A network of this graph, whose batch has one size since no input is a batch. */
const source: NetworkSource = {
  name: 'sample',
  network: 'generator',
  takesPacks: false,
  unit: 1,
  layers: [],
  graph,
  graphFor: () => graph,
};

describe('the models of a network', () => {
  const { tensorflow: frozen, onnx, fixedBy } = networkModels(source, state);

  it('have weights as constants', () => {
    expect(frozen.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(frozen.nodes[1]).toEqual({
      name: 'layer/my_bias',
      op: 'Const',
      inputs: [],
      attributes: {
        dtype: { type: 'float32' },
        value: { tensor: tensor('float32', [2], [10, 20]) },
      },
    });
  });

  it('have weights as initializers', () => {
    expect(onnx.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(onnx.initializers.at(-1)).toEqual({
      name: 'layer/my bias',
      ...tensor('float32', [2], [10, 20]),
    });
    expect(onnx.outputs.map(({ name }) => name)).toEqual(['the sum']);
  });

  it('have the batch of the spec where no input tells its size', () => {
    expect(fixedBy).toBe('its graph has another form at other batch sizes');
  });

  it('have no state among their outputs', () => {
    expect(frozen.outputs.map(({ name }) => name)).toEqual(['the sum']);
    expect([...frozen.renamed]).toEqual([
      ['layer/my bias', 'layer/my_bias'],
      ['the sum', 'the_sum'],
    ]);
  });

  it('need every weight', () => {
    expect(() => networkModels(source, new Map())).toThrow(
      'graph tiny reads "layer/my bias", which the state lacks',
    );
  });
});

describe('an encoded graph model', () => {
  const files = encodeGraphModel(networkModels(source, state).tensorflow, 'ganspec');

  it('runs in tfjs', async () => {
    const model = await loadModel(files.model, files.weights);
    expect(model.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(model.outputs.map(({ name }) => name)).toEqual(['the_sum']);
    const { data } = predict(model, new Map([['x', tensor('float32', [2], [1, 2])]]));
    expect(data).toEqual([11.5, 22.5, 11.5, 22.5, 11.5, 22.5]);
    model.dispose();
  });

  it('has its weights one after the other', () => {
    const floats = new Float32Array(Uint8Array.from(files.weights).buffer, 0, 3);
    const wholes = new Int32Array(Uint8Array.from(files.weights).buffer, 12);
    expect([...floats, ...wholes]).toEqual([10, 20, 0.5, 3, 2]);
  });
});
