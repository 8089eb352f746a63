import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import type { TensorType } from '../../src/ir/tensorType.js';
import { verify } from '../../src/ir/verify.js';
import { GraphBuilder } from './graphBuilder.js';

const scalar: TensorType = { dtype: 'float32', shape: [] };
const pair: TensorType = { dtype: 'float32', shape: [2] };

/** y = x + 1 on pairs; values 0 = x, 1 = the constant, 2 = y. */
const sound: KernelGraph = {
  name: 'broken',
  types: [pair, scalar, pair],
  inputs: [{ name: 'x', value: 0, kind: 'state' }],
  constants: [{ value: 1, content: { fill: 1 } }],
  nodes: [{ kernel: 'Add', inputs: [0, 1], attributes: {}, output: 2, origin: '/loss' }],
  outputs: [{ name: 'x', value: 2, kind: 'state' }],
};

function faultsOf(changes: Partial<KernelGraph>): string {
  try {
    verify({ ...sound, ...changes });
    return '';
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    return error.message;
  }
}

const heading = 'the graph "broken" breaks its promises:\n  ';
const add = { kernel: 'Add', attributes: {}, origin: '' } as const;

describe('verify', () => {
  it('accepts a sound graph', () => {
    expect(faultsOf({})).toBe('');
    const g = new GraphBuilder();
    g.result('y', g.data({ dtype: 'bool', shape: [2], data: Uint8Array.of(0, 1) }));
    expect(() => {
      verify(g.graph());
    }).not.toThrow();
  });

  it.each<[string, Partial<KernelGraph>, string]>([
    [
      'a value used before its definition',
      { nodes: [{ ...add, inputs: [0, 2], output: 2 }] },
      'node 0 (Add) uses 2 before its definition',
    ],
    [
      'a value defined twice',
      { nodes: [...sound.nodes, { ...add, inputs: [0, 1], output: 2 }] },
      'node 1 (Add) defines 2, which is defined already',
    ],
    [
      'a value without a type',
      { nodes: [...sound.nodes, { ...add, inputs: [0, 1], output: 7 }] },
      'node 1 (Add) defines 7, which has no type',
    ],
    [
      'a type that the kernel does not give',
      { types: [pair, scalar, scalar], outputs: [] },
      'node 0 (Add) declares f32[] and gives f32[2]',
    ],
    [
      'operands that a kernel does not take',
      { types: [pair, { dtype: 'int32', shape: [] }, pair] },
      'node 0 (Add): Add(f32[2], i32[]): the operands have different dtypes',
    ],
    [
      'an origin that is no pointer',
      { nodes: [{ ...add, inputs: [0, 1], output: 2, origin: 'loss' }] },
      'node 0 (Add) has the origin "loss", which is no JSON Pointer',
    ],
    [
      'numbers that do not fill a constant',
      { constants: [{ value: 1, content: { data: Float32Array.of(1, 2) } }] },
      'constant 1 of type f32[] holds Float32Array(2)',
    ],
    [
      'numbers of another type than the constant',
      { constants: [{ value: 1, content: { data: Int32Array.of(1) } }] },
      'constant 1 of type f32[] holds Int32Array(1)',
    ],
    [
      'an output that is not defined',
      { outputs: [{ name: 'y', value: 9, kind: 'result' }] },
      'output y is 9, which is not defined',
    ],
    [
      'state that changes its type',
      { outputs: [{ name: 'x', value: 1, kind: 'state' }] },
      'state x comes as f32[2] and goes as f32[]',
    ],
    [
      'two inputs of one name',
      {
        types: [...sound.types, pair],
        inputs: [...sound.inputs, { name: 'x', value: 3, kind: 'feed' }],
      },
      'input x is there twice',
    ],
    [
      'two outputs of one kind and name',
      { outputs: [...sound.outputs, ...sound.outputs] },
      'state output x is there twice',
    ],
  ])('reports %s', (_, changes, fault) => {
    expect(faultsOf(changes)).toBe(heading + fault);
  });

  it('lists all faults', () => {
    expect(
      faultsOf({
        nodes: [{ ...add, inputs: [0, 1], output: 2, origin: 'loss' }],
        outputs: [{ name: 'y', value: 9, kind: 'result' }],
      }),
    ).toBe(
      `${heading}node 0 (Add) has the origin "loss", which is no JSON Pointer\n  output y is 9, which is not defined`,
    );
  });
});
