/** Whole graphs on every engine against the float64 interpreter: constants and broadcasts in front of every kind of consumer. */
import { expect, it } from 'vitest';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import type { TensorType } from '../../src/ir/tensorType.js';
import { interpret } from '../../src/oracle/interpret.js';
import { onEveryEngine } from './engines.js';
import { feeds, numbersOf, tensor } from './tensors.js';

const real = (...shape: number[]): TensorType => ({ dtype: 'float32', shape });

/** Values: 0 x[2,3], 1 half, 2 = ones[3,2], 3 = given[3], then in the order of the nodes. */
const broadcasts: KernelGraph = {
  name: 'broadcasts',
  types: [
    real(2, 3),
    real(2, 3),
    real(3, 2),
    real(3),
    real(2, 3),
    real(2, 3),
    real(2, 2),
    real(4, 3),
    real(3),
    real(2, 3),
    real(6),
    real(2, 3),
    real(3, 2),
    real(2, 3),
  ],
  inputs: [{ name: 'x', value: 0, kind: 'feed' }],
  constants: [
    { value: 1, content: { fill: 0.5 } },
    { value: 2, content: { fill: 1 } },
    { value: 3, content: { data: Float32Array.of(1, 2, 3) } },
  ],
  nodes: [
    { kernel: 'BroadcastTo', inputs: [3], attributes: { shape: [2, 3] }, output: 4, origin: '' },
    { kernel: 'Multiply', inputs: [4, 1], attributes: {}, output: 5, origin: '' },
    {
      kernel: 'BatchMatMul',
      inputs: [5, 2],
      attributes: { transposeA: false, transposeB: false },
      output: 6,
      origin: '',
    },
    { kernel: 'Concat', inputs: [0, 4], attributes: { axis: 0 }, output: 7, origin: '' },
    {
      kernel: 'Sum',
      inputs: [4],
      attributes: { axis: [0], keepDims: false },
      output: 8,
      origin: '',
    },
    { kernel: 'Sub', inputs: [0, 5], attributes: {}, output: 9, origin: '' },
    { kernel: 'Reshape', inputs: [5], attributes: { shape: [6] }, output: 10, origin: '' },
    { kernel: 'Neg', inputs: [1], attributes: {}, output: 11, origin: '' },
    { kernel: 'Transpose', inputs: [11], attributes: { perm: [1, 0] }, output: 12, origin: '' },
    { kernel: 'Reshape', inputs: [12], attributes: { shape: [2, 3] }, output: 13, origin: '' },
  ],
  outputs: [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((value) => ({
    name: `y${value}`,
    value,
    kind: 'result',
  })),
};

onEveryEngine((engine) => {
  it('broadcasts constants and small tensors wherever they go', async () => {
    const x = [1, -2, 3, -4, 5, -6];
    const expected = interpret(broadcasts, new Map([['x', Float64Array.from(x)]]));
    const session = await engine.prepare([broadcasts]);
    const results = await session.run('broadcasts', feeds(['x', tensor('float32', [2, 3], x)]));
    for (const [name, numbers] of expected) {
      expect([name, numbersOf(results, name)]).toEqual([name, [...numbers]]);
    }
    await session.dispose();
  });
});
