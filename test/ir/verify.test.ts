import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import type { TensorType } from '../../src/ir/tensorType.js';
import { verify } from '../../src/ir/verify/verify.js';
import { wellFormed } from '../../src/ir/verify/wellFormed.js';
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

const stage = { when: 'after a test', invariants: wellFormed };

function errorOf(changes: Partial<KernelGraph>): string {
  try {
    verify({ ...sound, ...changes }, stage);
    return '';
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    return error.message;
  }
}

const heading = 'the graph "broken" is wrong after a test:\n  ';
const add = { kernel: 'Add', attributes: {}, origin: '' } as const;

describe('verify', () => {
  it('accepts a sound graph', () => {
    expect(errorOf({})).toBe('');
    const g = new GraphBuilder();
    g.result('y', g.data({ dtype: 'bool', shape: [2], data: Uint8Array.of(0, 1) }));
    expect(() => {
      verify(g.graph(), stage);
    }).not.toThrow();
  });

  it.each<[string, Partial<KernelGraph>, string]>([
    [
      'sizes that are no whole numbers',
      {
        types: [...sound.types, { dtype: 'float32', shape: [1.5, -1] }],
        constants: [...sound.constants, { value: 3, content: { fill: 0 } }],
      },
      'inputs and constants have whole sizes of at least 0: 3 is f32[1.5,-1]',
    ],
    [
      'a value read before its definition',
      { nodes: [{ ...add, inputs: [0, 2], output: 2, origin: '/loss' }] },
      'every value is defined once, before it is read: %0 Add (/loss) reads 2',
    ],
    [
      'a value defined twice',
      { nodes: [...sound.nodes, { ...add, inputs: [0, 1], output: 2 }] },
      'every value is defined once, before it is read: %1 Add defines 2 again',
    ],
    [
      'a constant that has the number of an input',
      { constants: [...sound.constants, { value: 0, content: { fill: 1 } }] },
      'every value is defined once, before it is read: a constant defines 0 again',
    ],
    [
      'a value without a type',
      { nodes: [...sound.nodes, { ...add, inputs: [0, 1], output: 7 }] },
      'every value is defined once, before it is read: %1 Add defines 7, which has no type',
    ],
    [
      'an output that is not defined',
      { outputs: [{ name: 'y', value: 9, kind: 'result' }] },
      'every value is defined once, before it is read: the output y reads 9',
    ],
    [
      'a type that the kernel does not give',
      { types: [pair, scalar, scalar], outputs: [] },
      'every node has the type that its shape rule gives: %0 Add (/loss) has f32[] instead of f32[2]',
    ],
    [
      'operands that a kernel does not take',
      { types: [pair, { dtype: 'int32', shape: [] }, pair] },
      'every node has the type that its shape rule gives: %0 Add (/loss) is Add(f32[2], i32[]): the operands have different dtypes',
    ],
    [
      'numbers that do not fill a constant',
      { constants: [{ value: 1, content: { data: Float32Array.of(1, 2) } }] },
      'every constant holds numbers of its type: 1 of f32[] holds Float32Array(2)',
    ],
    [
      'numbers of another type than the constant',
      { constants: [{ value: 1, content: { data: Int32Array.of(1) } }] },
      'every constant holds numbers of its type: 1 of f32[] holds Int32Array(1)',
    ],
    [
      'a whole number out of range',
      {
        types: [...sound.types, { dtype: 'int32', shape: [] }],
        constants: [...sound.constants, { value: 3, content: { fill: 2 ** 31 } }],
      },
      'every constant holds numbers of its type: 3 of i32[] holds 2147483648',
    ],
    [
      'a truth value other than 0 and 1',
      {
        types: [...sound.types, { dtype: 'bool', shape: [2] }],
        constants: [...sound.constants, { value: 3, content: { fill: 2 } }],
      },
      'every constant holds numbers of its type: 3 of bool[2] holds 2',
    ],
    [
      'two inputs of one name',
      {
        types: [...sound.types, pair],
        inputs: [...sound.inputs, { name: 'x', value: 3, kind: 'feed' }],
      },
      'inputs have different names, and so have outputs of one kind: the input x',
    ],
    [
      'two outputs of one kind and name',
      { outputs: [...sound.outputs, ...sound.outputs] },
      'inputs have different names, and so have outputs of one kind: the state x',
    ],
    [
      'state that changes its type',
      { outputs: [{ name: 'x', value: 1, kind: 'state' }] },
      'state keeps its type: x comes as f32[2] and goes as f32[]',
    ],
    [
      'an origin that is no pointer',
      { nodes: [{ ...add, inputs: [0, 1], output: 2, origin: 'loss' }] },
      'the origin of every node is a JSON Pointer or empty: %0 Add (loss)',
    ],
  ])('reports %s', (_, changes, violation) => {
    expect(errorOf(changes)).toBe(heading + violation);
  });

  it('lists all violations', () => {
    expect(
      errorOf({
        nodes: [{ ...add, inputs: [0, 1], output: 2, origin: 'loss' }],
        outputs: [{ name: 'y', value: 9, kind: 'result' }],
      }),
    ).toBe(
      `${heading}every value is defined once, before it is read: the output y reads 9\n` +
        '  the origin of every node is a JSON Pointer or empty: %0 Add (loss)',
    );
  });
});
