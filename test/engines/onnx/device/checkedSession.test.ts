/**
 * Sessions on a device, with the memory of the CPU in its place: the same code runs as on a GPU, with the forms of graphs that
 * GPUs get.
 */
import { expect, it } from 'vitest';
import type { KernelGraph } from '../../../../src/ir/kernelGraph.js';
import type { TensorMap } from '../../../../src/ir/tensorType.js';
import { CheckedSession } from '../../../../src/engines/onnx/device/checkedSession.js';
import type { DeviceProvider } from '../../../../src/engines/onnx/device/provider.js';
import { onnxEngine } from '../../../../src/engines/onnx/onnxEngine.js';
import { feeds, tensor } from '../../../conformance/tensors.js';

const provider: DeviceProvider = {
  engine: 'onnx:test',
  title: 'Test',
  memory: 'Cpu',
  fix: 'Get another device.',
  addTo: () => undefined,
};

/** A provider that does not work from a moment on. */
function failing(isFailing: () => boolean): DeviceProvider {
  return {
    ...provider,
    addTo: () => {
      if (isFailing()) throw new Error('the device is gone');
    },
  };
}

const vector = { dtype: 'float32', shape: [2] } as const;

/** total ← total + x; result: the total before. */
const add: KernelGraph = {
  name: 'add',
  types: [vector, vector, vector],
  inputs: [
    { name: 'total', value: 0, kind: 'state' },
    { name: 'x', value: 1, kind: 'feed' },
  ],
  constants: [],
  nodes: [{ kernel: 'Add', inputs: [0, 1], attributes: {}, output: 2, origin: '' }],
  outputs: [
    { name: 'total', value: 2, kind: 'state' },
    { name: 'before', value: 0, kind: 'result' },
  ],
};

/** other ← other − total. */
const subtract: KernelGraph = {
  name: 'subtract',
  types: [vector, vector, vector],
  inputs: [
    { name: 'other', value: 0, kind: 'state' },
    { name: 'total', value: 1, kind: 'state' },
  ],
  constants: [],
  nodes: [{ kernel: 'Sub', inputs: [0, 1], attributes: {}, output: 2, origin: '' }],
  outputs: [{ name: 'other', value: 2, kind: 'state' }],
};

const image = { dtype: 'float32', shape: [1, 8, 8, 1] } as const;
const filter = { dtype: 'float32', shape: [3, 3, 1, 1] } as const;
const attributes = {
  strides: [1, 1],
  padding: [
    [1, 1],
    [1, 1],
  ],
} as const;

/** Two ways to one number, so that rounding alone is left: conv(x, filter) − (conv(x, filter / 3) · 3). */
const rounding: KernelGraph = {
  name: 'rounding',
  types: [image, filter, { dtype: 'float32', shape: [] }, filter, image, image, image, image],
  inputs: [
    { name: 'x', value: 0, kind: 'feed' },
    { name: 'filter', value: 1, kind: 'feed' },
  ],
  constants: [{ value: 2, content: { fill: 3 } }],
  nodes: [
    { kernel: 'RealDiv', inputs: [1, 2], attributes: {}, output: 3, origin: '' },
    { kernel: 'Conv2D', inputs: [0, 1], attributes, output: 4, origin: '' },
    { kernel: 'Conv2D', inputs: [0, 3], attributes, output: 5, origin: '' },
    { kernel: 'Multiply', inputs: [5, 2], attributes: {}, output: 6, origin: '' },
    { kernel: 'Sub', inputs: [4, 6], attributes: {}, output: 7, origin: '' },
  ],
  outputs: [{ name: 'left', value: 7, kind: 'result' }],
};

const x = (...numbers: number[]): TensorMap => feeds(['x', tensor('float32', [2], numbers)]);

function plain(map: TensorMap): Record<string, readonly number[]> {
  return Object.fromEntries([...map].map(([name, { data }]) => [name, [...data]]));
}

it('keeps state on the device, where some of it is written', async () => {
  const session = new CheckedSession([add, subtract], provider, {});
  expect(plain(await session.run('add', x(1, 2)))).toEqual({ before: [0, 0] });
  await session.writeState(new Map([['other', tensor('float32', [2], [10, 20])]]));
  expect(plain(await session.run('add', x(1, 1)))).toEqual({ before: [1, 2] });
  await session.run('subtract', new Map());
  expect(plain(await session.readState())).toEqual({ total: [2, 3], other: [8, 17] });
  expect(session.fallBack).toBeUndefined();
  await session.dispose();
});

it('falls back to the CPU where the numbers differ', async () => {
  const session = new CheckedSession([rounding, add], provider, {});
  await session.run('add', x(1, 2));
  const wave = (length: number): number[] => Array.from({ length }, (_, at) => Math.sin(at));
  const given = feeds(
    ['x', tensor('float32', [1, 8, 8, 1], wave(64))],
    ['filter', tensor('float32', [3, 3, 1, 1], wave(9))],
  );
  const cpu = await onnxEngine.prepare([rounding]);
  const expected = await cpu.run('rounding', given);
  expect(await session.run('rounding', given)).toEqual(expected);
  expect(session.fallBack).toEqual({
    message: expect.stringMatching(
      /^the graphs are run by onnxruntime on the CPU from here on, since in "rounding" Test gives another "left" \(relative difference \S+, tolerance 0.001\) than the CPU$/,
    ) as string,
    fix: 'Get another device.',
  });
  // The state has come along.
  expect(plain(await session.run('add', x(1, 1)))).toEqual({ before: [1, 2] });
  await session.dispose();
  await cpu.dispose();
});

it('falls back to the CPU where a graph cannot be prepared, with the state from before', async () => {
  let models = 0;
  // The models that copy state are made before that of the graph.
  const session = new CheckedSession(
    [add],
    failing(() => ++models > 2),
    {},
  );
  await session.writeState(new Map([['total', tensor('float32', [2], [5, 6])]]));
  expect(plain(await session.run('add', x(1, 2)))).toEqual({ before: [5, 6] });
  expect(session.fallBack?.message).toContain('in "add" Test fails: the device is gone');
  expect(plain(await session.readState())).toEqual({ total: [6, 8] });
  await session.dispose();
});

it('reports a device that does not work at all', async () => {
  const session = new CheckedSession(
    [add],
    failing(() => true),
    {},
  );
  await expect(session.run('add', x(1, 2))).rejects.toMatchObject({
    code: 'GAN529',
    message: 'Test failed in the graph "add": the device is gone',
  });
  await session.dispose();
});
