import { expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import { explainOutOfMemory } from '../../src/engines/outOfMemory.js';
import { trainingMemory } from '../../src/machineMemory.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';

const graph: KernelGraph = {
  name: 'joint',
  types: [{ dtype: 'float32', shape: [2 ** 44] }],
  inputs: [],
  constants: [],
  nodes: [{ kernel: 'Fill' as never, inputs: [], attributes: {}, output: 0, origin: '/loss' }],
  outputs: [],
};

it.each([
  'Failed to allocate memory for requested buffer of size 642252800',
  'std::bad_alloc',
  'Array buffer allocation failed',
  'OOM when allocating tensor with shape[33554432,33554432] and type float on CPU:0',
])('names the graph and its largest part for "%s"', (message) => {
  const error = explainOutOfMemory(new Error(message), graph);
  expect(error).toBeInstanceOf(GanspecError);
  expect(error).toMatchObject({
    code: 'GAN705',
    exitCode: 7,
    message:
      'out of memory: the graph "joint" needs at least 65536.0 GiB, the largest part of it at /loss',
    hint: 'make that part smaller, or raise the limit on memory (ulimit -v) if there is one',
  });
});

/** A graph with a batch of 64 rows that needs this many numbers. */
function batched(numbers: number): KernelGraph {
  const types = [
    { dtype: 'float32', shape: [numbers] },
    { dtype: 'float32', shape: [64, 2] },
  ] as const;
  return { ...graph, types, inputs: [{ name: 'real', kind: 'feed', value: 1 }] };
}

it.each([
  // Twice the planned memory: 64 · memory / (2 · 4 · numbers).
  [8, 16],
  // The present batch has failed, so that half of it is the most.
  [1 / 8, 32],
])('names a batch where the need is %d of the memory', (share, fitting) => {
  const memory = Math.min(process.availableMemory(), trainingMemory());
  const numbers = Math.floor((memory / 16) * share);
  const { hint = '' } = explainOutOfMemory(
    new Error('std::bad_alloc'),
    batched(numbers),
  ) as GanspecError;
  const found = Number(/^a training\.batchSize of (\d+) fits, or raise the limit/.exec(hint)?.[1]);
  // Memory that is free changes meanwhile.
  expect(Math.abs(found - fitting)).toBeLessThanOrEqual(1);
});

it.each([
  'CUDA error: out of memory',
  'CUDA_ERROR_OUT_OF_MEMORY: failed',
  'VK_ERROR_OUT_OF_DEVICE_MEMORY',
  'E_OUTOFMEMORY',
])('speaks of no memory of the machine on a GPU for "%s"', (message) => {
  expect(explainOutOfMemory(new Error(message), batched(2 ** 20), 'GPU')).toMatchObject({
    code: 'GAN705',
    message: expect.stringMatching(/^out of memory on the GPU: the graph "joint" needs/) as string,
    hint: 'try a training.batchSize of 32, close other programs that use the GPU, or train on the CPU',
  });
});

it('leaves other errors unchanged', () => {
  const error = new Error('no such graph');
  expect(explainOutOfMemory(error, graph)).toBe(error);
});
