import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { tf, type Tensor } from '../../src/tf.js';
import { record, type Recorder } from '../../src/trace/record.js';
import { interpret } from '../../src/oracle/interpret.js';

const f32 = (...shape: number[]) => ({ dtype: 'float32' as const, shape });

function mlp(recorder: Recorder) {
  const x = recorder.input('x', f32(4, 3), 'feed');
  const [kernel, bias] = recorder.at('/generator/layers/0', () => [
    recorder.input('kernel', f32(3, 2), 'state'),
    recorder.input('bias', f32(2), 'state'),
  ]);
  const y = recorder.at('/generator/layers/0', () =>
    tf.leakyRelu(tf.add(tf.matMul(x, kernel), bias), 0.25),
  );
  const loss = tf.mean(tf.square(tf.sub(y, 1)));
  return [
    { name: 'loss', kind: 'result', tensor: loss },
    { name: 'bias', kind: 'state', tensor: tf.sub(bias, loss) },
  ] as const;
}

const recordOne = (body: (x: Tensor, recorder: Recorder) => Tensor, ...shape: number[]) =>
  record('one', (recorder) => [
    {
      name: 'y',
      kind: 'result',
      tensor: body(recorder.input('x', f32(...shape), 'feed'), recorder),
    },
  ]);

function refusal(body: () => unknown): GanspecError {
  try {
    body();
  } catch (error) {
    if (error instanceof GanspecError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

describe('record', () => {
  it('records the kernels of a small network with their types, origins and outputs', () => {
    expect(record('mlp', mlp)).toEqual({
      name: 'mlp',
      types: [
        f32(4, 3),
        f32(3, 2),
        f32(2),
        f32(4, 2),
        f32(4, 2),
        f32(4, 2),
        f32(),
        f32(4, 2),
        f32(4, 2),
        f32(),
        f32(2),
      ],
      inputs: [
        { name: 'x', value: 0, kind: 'feed' },
        { name: 'kernel', value: 1, kind: 'state' },
        { name: 'bias', value: 2, kind: 'state' },
      ],
      constants: [{ value: 6, content: { fill: 1 } }],
      nodes: [
        {
          kernel: 'BatchMatMul',
          inputs: [0, 1],
          attributes: { transposeA: false, transposeB: false },
          output: 3,
          origin: '/generator/layers/0',
        },
        { kernel: 'Add', inputs: [3, 2], attributes: {}, output: 4, origin: '/generator/layers/0' },
        {
          kernel: 'LeakyRelu',
          inputs: [4],
          attributes: { alpha: 0.25 },
          output: 5,
          origin: '/generator/layers/0',
        },
        { kernel: 'Sub', inputs: [5, 6], attributes: {}, output: 7, origin: '' },
        { kernel: 'Square', inputs: [7], attributes: {}, output: 8, origin: '' },
        {
          kernel: 'Mean',
          inputs: [8],
          attributes: { axis: [0, 1], keepDims: false },
          output: 9,
          origin: '',
        },
        { kernel: 'Sub', inputs: [2, 9], attributes: {}, output: 10, origin: '' },
      ],
      outputs: [
        { name: 'loss', value: 9, kind: 'result' },
        { name: 'bias', value: 10, kind: 'state' },
      ],
    } satisfies KernelGraph);
  });

  it('returns equal graphs for the same body', () => {
    expect(record('mlp', mlp)).toEqual(record('mlp', mlp));
  });

  it('returns plain data that can be sent to a worker', () => {
    const graph = record('mlp', mlp);
    expect(structuredClone(graph)).toEqual(graph);
  });

  it('restores the backend, its tensors and the memory', () => {
    const mine = tf.tensor1d([1, 2, 3]);
    const before = tf.memory();
    record('mlp', mlp);
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.memory()).toEqual(before);
    expect(tf.engine().backendNames()).toEqual(['cpu']);
    expect([...mine.dataSync()]).toEqual([1, 2, 3]);
    mine.dispose();
  });

  it('restores everything where the body throws', () => {
    const before = tf.memory();
    const fails = () =>
      record('fails', (recorder) => {
        tf.exp(recorder.input('x', f32(2), 'feed'));
        throw new Error('on purpose');
      });
    expect(fails).toThrow('on purpose');
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.memory()).toEqual(before);
  });

  it('frees variables that the body disposes, which share the data of their first value', () => {
    const before = tf.memory().numTensors;
    recordOne((x) => {
      const variable = tf.variable(x);
      const y = tf.neg(variable);
      variable.dispose();
      return y;
    }, 2);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('makes given numbers a constant of the graph', () => {
    const data = new Int32Array([3, 1]);
    const graph = record('constant', (recorder) => [
      {
        name: 'y',
        kind: 'result',
        tensor: recorder.constant({ dtype: 'int32', shape: [2], data }),
      },
    ]);
    data.fill(0);
    expect(graph.constants).toEqual([{ value: 0, content: { data: new Int32Array([3, 1]) } }]);
  });

  it('records the forward pass of a custom gradient', () => {
    const graph = recordOne((x) => {
      const f = tf.customGrad((a) => ({
        value: tf.square(a as Tensor),
        gradFunc: (dy) => dy,
      }));
      return f(x);
    }, 2);
    expect(graph.nodes.map(({ kernel }) => kernel)).toEqual(['Square']);
  });

  it('records where gradients stop', () => {
    const graph = recordOne((x, recorder) => recorder.stopGradient(x), 2);
    expect(graph.nodes.map(({ kernel }) => kernel)).toEqual(['StopGradient']);
  });

  it('records numbers in the body as constants', () => {
    const graph = recordOne((x) => tf.add(x, tf.fill([2], 0.1)), 2);
    const feeds = new Map([['x', new Float64Array([1, 2])]]);
    expect([...(interpret(graph, feeds).get('y') ?? [])]).toEqual([
      1 + Math.fround(0.1),
      2 + Math.fround(0.1),
    ]);
  });

  it.each([
    ['float32', 0.1, Math.fround(0.1)],
    ['int32', 2.5, 2],
    ['int32', 2 ** 32 + 1, 1],
    ['bool', 1, 1],
  ] as const)('fills a tensor of %s with %d as %d', (dtype, value, held) => {
    const graph = record('fill', () => [
      { name: 'y', kind: 'result', tensor: tf.fill([2], value, dtype) },
    ]);
    expect(graph.constants.map(({ content }) => content)).toEqual([{ fill: held }]);
  });
});

describe('record refuses', () => {
  it('random numbers that are not fed', () => {
    const error = refusal(() => recordOne((x) => tf.add(x, tf.randomNormal([2])), 2));
    expect(error.code).toBe('GAN811');
    expect(error.message).toBe(
      'tf.randomNormal made numbers float32[2] that would be the same at every step',
    );
    expect(error.hint).toBe(
      'Take random numbers from context.random, and give fixed data with context.constant.',
    );
  });

  it('random numbers inside another function, naming both functions and the origin', () => {
    const body = () =>
      recordOne((x, recorder) => recorder.at('/loss', () => tf.dropout(x, 0.5)), 3);
    expect(refusal(body).pointer).toBe('/loss');
    expect(refusal(body).message).toBe(
      'tf.dropout > tf.randomUniform made numbers float32[3] that would be the same at every step',
    );
  });

  it('literal data', () => {
    expect(refusal(() => recordOne((x) => tf.add(x, tf.tensor1d([1, 2])), 2)).message).toBe(
      'tf.tensor made numbers float32[2] that would be the same at every step',
    );
  });

  it('strings', () => {
    expect(refusal(() => recordOne(() => tf.tensor1d(['a']), 2)).message).toBe(
      'tf.tensor made a tensor of dtype string',
    );
  });

  it('reading a value', () => {
    const error = refusal(() => recordOne((x) => tf.scalar(x.dataSync()[0] ?? 0), 2));
    expect(error.code).toBe('GAN812');
    expect(error.message).toBe(
      'the value of a recorded tensor was read, and it has none before the graph runs',
    );
    expect(error.hint).toBe(
      'Decide with tensor operations such as tf.where instead of in JavaScript.',
    );
  });

  it('a function without a recording, by name', () => {
    const error = refusal(() => recordOne((x) => tf.cumsum(x), 2));
    expect(error.code).toBe('GAN810');
    expect(error.message).toBe('tf.cumsum needs the kernel Cumsum, which ganspec does not have');
    expect(error.hint).toBe('Write it with other tensor operations.');
  });

  it('tensors from outside', () => {
    const outside = tf.tensor1d([1, 2]);
    const error = refusal(() => recordOne((x) => tf.add(x, outside), 2));
    expect(error.code).toBe('GAN813');
    expect(error.message).toBe(
      'tf.add got a tensor float32[2] that was made outside of the recording',
    );
    expect([...outside.dataSync()]).toEqual([1, 2]);
    outside.dispose();
  });

  it('tensors of an earlier recording as outputs', () => {
    let kept: Tensor | undefined;
    recordOne((x) => (kept = tf.neg(x)), 2);
    expect(refusal(() => recordOne((x) => kept ?? x, 2)).message).toBe(
      'the recording got a tensor float32[2] that was made outside of the recording',
    );
  });

  it('a nested recording', () => {
    const error = refusal(() =>
      recordOne((x) => {
        record('inner', mlp);
        return x;
      }, 2),
    );
    expect(error.code).toBe('GAN814');
    expect(error.message).toBe('a recording was started inside of another');
    expect(tf.getBackend()).toBe('cpu');
  });

  it('a body that returns a promise', () => {
    // The type forbids it, but JavaScript callers are not checked.
    const waits = (() => Promise.resolve([])) as unknown as Parameters<typeof record>[1];
    expect(refusal(() => record('waits', waits)).message).toBe(
      'the recorded function gave back a promise',
    );
  });

  it('gradients of tfjs', () => {
    const error = refusal(() => recordOne((x) => tf.grad((a) => tf.square(a))(x), 2));
    expect(error.message).toBe('a gradient of tfjs was taken inside of a recording');
    expect(error.hint).toBe('Use context.gradient, whose result can itself be differentiated.');
  });

  it('inputs or outputs of equal names, and constants of a wrong length', () => {
    expect(() =>
      recordOne((x, recorder) => {
        recorder.input('x', f32(1), 'feed');
        return x;
      }, 2),
    ).toThrow('the input x is declared twice');
    expect(() =>
      record('twice', (recorder) => {
        const tensor = recorder.input('x', f32(1), 'feed');
        const output = { name: 'y', kind: 'result', tensor } as const;
        return [output, output];
      }),
    ).toThrow('the output y is given twice');
    expect(() =>
      recordOne((_, recorder) => recorder.constant({ ...f32(3), data: new Float32Array(2) }), 2),
    ).toThrow('2 numbers do not make a tensor f32[3]');
  });
});
