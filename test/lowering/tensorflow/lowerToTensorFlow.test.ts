import { describe, expect, it } from 'vitest';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import { lowerToTensorFlow } from '../../../src/lowering/tensorflow/lowerToTensorFlow.js';
import { tensor } from '../../conformance/tensors.js';

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

describe('lowerToTensorFlow', () => {
  const { inputs, outputs, nodes, renamed } = lowerToTensorFlow(graph);

  it('makes a placeholder of every input, state and feed alike', () => {
    expect(inputs).toEqual([
      { name: 'x', kind: 'feed', node: 'x', ...pair },
      { name: 'layer/my bias', kind: 'state', node: 'layer/my_bias', ...pair },
    ]);
    expect(nodes.slice(0, 2)).toEqual(
      ['x', 'layer/my_bias'].map((name) => ({
        name,
        op: 'Placeholder',
        inputs: [],
        attributes: { dtype: { type: 'float32' }, shape: { shape: [2] } },
      })),
    );
  });

  it('keeps equal constants once', () => {
    const constants = nodes.filter(({ op }) => op === 'Const');
    expect(constants.map(({ name, attributes }) => [name, attributes['value']])).toEqual([
      ['const_0', { tensor: tensor('float32', [], [0.5]) }],
      ['const_1', { tensor: tensor('int32', [2], [3, 2]) }],
    ]);
  });

  it('copies every output to a node of its own, the next state under a name of its own', () => {
    expect(outputs).toEqual([
      { name: 'the sum', kind: 'result', node: 'the_sum', ...wide },
      { name: 'next/layer/my bias', kind: 'state', node: 'next/layer/my_bias', ...pair },
    ]);
    expect(nodes.slice(-2).map(({ name, op }) => [name, op])).toEqual([
      ['the_sum', 'Identity'],
      ['next/layer/my_bias', 'Identity'],
    ]);
  });

  it('lists the names that no node can have with those of their nodes', () => {
    expect([...renamed]).toEqual([
      ['layer/my bias', 'layer/my_bias'],
      ['the sum', 'the_sum'],
      ['next/layer/my bias', 'next/layer/my_bias'],
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
    expect([...lowerToTensorFlow(both).renamed]).toContainEqual([
      'layer/my bias',
      'layer/my_bias_2',
    ]);
  });
});
