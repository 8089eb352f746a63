import { describe, expect, it } from 'vitest';
import { tfjsEngine } from '../../../src/engines/tfjs/tfjsEngine.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import { tf } from '../../../src/tf.js';
import { feeds, numbersOf, tensor } from '../../conformance/tensors.js';

const vector = { dtype: 'float32', shape: [3] } as const;

/** state ← relu(state + x); the sum below the constant is not used by anything. */
const graph: KernelGraph = {
  name: 'step',
  types: [vector, vector, vector, vector, vector, vector],
  inputs: [
    { name: 'state', value: 0, kind: 'state' },
    { name: 'x', value: 1, kind: 'feed' },
  ],
  constants: [{ value: 2, content: { fill: 1 } }],
  nodes: [
    { kernel: 'Add', inputs: [0, 1], attributes: {}, output: 3, origin: '' },
    { kernel: 'Relu', inputs: [3], attributes: {}, output: 4, origin: '' },
    { kernel: 'Add', inputs: [4, 2], attributes: {}, output: 5, origin: '' },
  ],
  outputs: [
    { name: 'state', value: 4, kind: 'state' },
    { name: 'y', value: 4, kind: 'result' },
  ],
};

/** Fails at its last node, whose operands were never made. */
const broken: KernelGraph = {
  ...graph,
  name: 'broken',
  nodes: [
    { kernel: 'Add', inputs: [0, 1], attributes: {}, output: 3, origin: '' },
    { kernel: 'Relu', inputs: [5], attributes: {}, output: 4, origin: '' },
  ],
};

const x = () => feeds(['x', tensor('float32', [3], [1, -2, 3])]);

describe('tfjsEngine', () => {
  it('keeps the state as its only tensors, and none after dispose', async () => {
    const session = await tfjsEngine.prepare([graph]);
    const before = tf.memory().numTensors;
    for (let run = 0; run < 3; run++) await session.run('step', x());
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(numbersOf(await session.readState(), 'state')).toEqual([3, 0, 9]);
    await session.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind where a run fails', async () => {
    const session = await tfjsEngine.prepare([graph, broken]);
    await session.run('step', x());
    const before = tf.memory().numTensors;
    await expect(session.run('broken', x())).rejects.toThrow('graph broken uses %5 too early');
    expect(tf.memory().numTensors).toBe(before);
    await session.dispose();
  });

  it("leaves the caller's backend current", async () => {
    const session = await tfjsEngine.prepare([graph]);
    tf.registerBackend('callers', () => tf.findBackend('cpu'));
    await tf.setBackend('callers');
    await session.run('step', x());
    expect(tf.getBackend()).toBe('callers');
    await session.dispose();
    expect(tf.getBackend()).toBe('callers');
    await tf.setBackend('cpu');
    tf.removeBackend('callers');
  });
});
