/**
 * Sessions on a device, with the memory of the CPU in its place: the same code runs as on a GPU, with the forms of graphs that
 * GPUs get.
 */
import { describe, expect, it } from 'vitest';
import type { KernelGraph } from '../../../../src/ir/kernelGraph.js';
import type { TensorMap } from '../../../../src/ir/tensorType.js';
import { differenceOf } from '../../../../src/engines/onnx/device/differenceOf.js';
import { CheckedSession } from '../../../../src/engines/onnx/device/checkedSession.js';
import type { DeviceProvider } from '../../../../src/engines/onnx/device/provider.js';
import { onnxEngine } from '../../../../src/engines/onnx/onnxEngine.js';
import { feeds, tensor } from '../../../conformance/tensors.js';

const provider: DeviceProvider = {
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
const number = { dtype: 'float32', shape: [] } as const;
const attributes = {
  strides: [1, 1],
  padding: [
    [1, 1],
    [1, 1],
  ],
} as const;

/** Two ways to one number, so that rounding alone is left, made large: 1e6 · (conv(x, filter) − 3 · conv(x, filter / 3)). */
const rounding: KernelGraph = {
  name: 'rounding',
  types: [image, filter, number, filter, image, image, image, image, number, image],
  inputs: [
    { name: 'x', value: 0, kind: 'feed' },
    { name: 'filter', value: 1, kind: 'feed' },
  ],
  constants: [
    { value: 2, content: { fill: 3 } },
    { value: 8, content: { fill: 1e6 } },
  ],
  nodes: [
    { kernel: 'RealDiv', inputs: [1, 2], attributes: {}, output: 3, origin: '' },
    { kernel: 'Conv2D', inputs: [0, 1], attributes, output: 4, origin: '' },
    { kernel: 'Conv2D', inputs: [0, 3], attributes, output: 5, origin: '' },
    { kernel: 'Multiply', inputs: [5, 2], attributes: {}, output: 6, origin: '' },
    { kernel: 'Sub', inputs: [4, 6], attributes: {}, output: 7, origin: '' },
    { kernel: 'Multiply', inputs: [7, 8], attributes: {}, output: 9, origin: '' },
  ],
  outputs: [{ name: 'left', value: 9, kind: 'result' }],
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
      /^the graphs are run by onnxruntime on the CPU from here on, since in "rounding" Test gives another "left" \(relative difference \S+\) than the CPU$/,
    ) as string,
    fix: 'Train with `--provider cpu`; another version of the driver may give other numbers.',
  });
  // The state has come along.
  expect(plain(await session.run('add', x(1, 1)))).toEqual({ before: [1, 2] });
  await session.dispose();
  await cpu.dispose();
});

it('falls back to the CPU where a graph cannot be prepared, with the state from before', async () => {
  let models = 0;
  // The model that copies state is made before that of the graph; none is made after it, since the device is gone.
  const session = new CheckedSession(
    [add],
    failing(() => ++models > 1),
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

describe('the comparison with the CPU', () => {
  const state = (...numbers: number[]): TensorMap =>
    feeds(['w', tensor('float32', [numbers.length], numbers)]);
  const results = (loss: number): TensorMap => feeds(['loss', tensor('float32', [], [loss])]);
  const before = state(...Array.from({ length: 1000 }, () => 1));
  const after = Array.from({ length: 1000 }, () => 1.001);

  it('asks how much of what a run changes is different', () => {
    const turned = after.with(7, 0.999);
    const [found, expected] = [turned, after].map((numbers) => state(...numbers));
    if (!found || !expected) throw new Error('there are two');
    expect(
      differenceOf(
        { results: results(1e-7), state: found },
        { results: results(-1e-7), state: expected },
        before,
      ),
    ).toBe('another state (its difference is 0.063 of what the run changes)');
    const small = { results: results(1e-7), state: state(...after.with(7, 1)) };
    expect(
      differenceOf(small, { results: results(-1e-7), state: expected }, before),
    ).toBeUndefined();
  });

  it('names a result that differs, and is not misled by numbers that are not finite on both sides', () => {
    const equal = { state: before };
    expect(
      differenceOf(
        { ...equal, results: results(1.002) },
        { ...equal, results: results(1) },
        before,
      ),
    ).toBe('another "loss" (relative difference 0.0020)');
    expect(
      differenceOf(
        { ...equal, results: results(NaN) },
        { ...equal, results: results(Infinity) },
        before,
      ),
    ).toBeUndefined();
    expect(
      differenceOf({ ...equal, results: results(NaN) }, { ...equal, results: results(1) }, before),
    ).toContain('"loss"');
    expect(
      differenceOf(
        { ...equal, results: results(NaN) },
        { ...equal, results: results(NaN) },
        before,
      ),
    ).toBeUndefined();
    const pair = (last: number): TensorMap =>
      feeds(['loss', tensor('float32', [2], [Infinity, last])]);
    expect(
      differenceOf({ ...equal, results: pair(5) }, { ...equal, results: pair(1) }, before),
    ).toContain('another "loss" (relative difference 4');
  });
});
