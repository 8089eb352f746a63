import { expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import { explainOutOfMemory } from '../../src/engines/outOfMemory.js';
import { machineMemory } from '../../src/machineMemory.js';
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
])('names the graph and its largest part for "%s"', (message) => {
  const error = explainOutOfMemory(new Error(message), graph);
  expect(error).toBeInstanceOf(GanspecError);
  expect(error).toMatchObject({
    code: 'GAN705',
    exitCode: 7,
    message:
      'out of memory: the graph "joint" needs at least 65536.0 GiB, the largest part of it at /loss',
    hint: 'halve the batchSize, or raise the limit on memory (ulimit -v) if there is one',
  });
});

it('names the share of the batch that fits', () => {
  // Three times the planned memory, and once as much for other graphs: 2 · memory / (4 · memory).
  const numbers = Math.floor(Math.min(process.availableMemory(), machineMemory()) / 2 / 4);
  const half = { ...graph, types: [{ dtype: 'float32', shape: [numbers] }] } as const;
  const { hint } = explainOutOfMemory(new Error('std::bad_alloc'), half) as GanspecError;
  expect(hint).toMatch(
    /^a batchSize of (?:4[89]|5[0-2]) % of the present one fits into the memory that is free$/,
  );
});

it('leaves other errors unchanged', () => {
  const error = new Error('no such graph');
  expect(explainOutOfMemory(error, graph)).toBe(error);
});
