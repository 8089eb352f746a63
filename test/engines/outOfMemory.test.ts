import { expect, it } from 'vitest';
import { GanspecError } from '../../src/diagnostics/errors.js';
import { explainOutOfMemory } from '../../src/engines/outOfMemory.js';
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

it('leaves other errors unchanged', () => {
  const error = new Error('no such graph');
  expect(explainOutOfMemory(error, graph)).toBe(error);
});
