/** Sessions of every engine: state, feeds, results, order of calls, errors. */
import { expect, it } from 'vitest';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { onEveryEngine } from './engines.js';
import { feeds, numbersOf, tensor } from './tensors.js';

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
  nodes: [{ kernel: 'Add', inputs: [0, 1], attributes: {}, output: 2, origin: '/add' }],
  outputs: [
    { name: 'total', value: 2, kind: 'state' },
    { name: 'before', value: 0, kind: 'result' },
  ],
};

/** total ← 2·total; results: the new total under two names, and a constant. */
const double: KernelGraph = {
  name: 'double',
  types: [vector, { dtype: 'float32', shape: [] }, vector],
  inputs: [{ name: 'total', value: 0, kind: 'state' }],
  constants: [{ value: 1, content: { fill: 2 } }],
  nodes: [{ kernel: 'Multiply', inputs: [0, 1], attributes: {}, output: 2, origin: '' }],
  outputs: [
    { name: 'total', value: 2, kind: 'state' },
    { name: 'doubled', value: 2, kind: 'result' },
    { name: 'again', value: 2, kind: 'result' },
    { name: 'factor', value: 1, kind: 'result' },
  ],
};

/** Two states change places. */
const exchange: KernelGraph = {
  name: 'exchange',
  types: [vector, vector],
  inputs: [
    { name: 'left', value: 0, kind: 'state' },
    { name: 'right', value: 1, kind: 'state' },
  ],
  constants: [],
  nodes: [],
  outputs: [
    { name: 'left', value: 1, kind: 'state' },
    { name: 'right', value: 0, kind: 'state' },
  ],
};

/** weight ← weight − rate · x; rate ← rate / 2; kept ← the new weight. */
const descend: KernelGraph = {
  name: 'descend',
  types: [
    vector,
    { dtype: 'float32', shape: [] },
    vector,
    { dtype: 'float32', shape: [] },
    vector,
    vector,
    { dtype: 'float32', shape: [] },
  ],
  inputs: [
    { name: 'weight', value: 0, kind: 'state' },
    { name: 'rate', value: 1, kind: 'state' },
    { name: 'x', value: 2, kind: 'feed' },
  ],
  constants: [{ value: 3, content: { fill: 0.5 } }],
  nodes: [
    { kernel: 'Multiply', inputs: [1, 3], attributes: {}, output: 6, origin: '' },
    { kernel: 'Multiply', inputs: [2, 1], attributes: {}, output: 4, origin: '' },
    { kernel: 'Sub', inputs: [0, 4], attributes: {}, output: 5, origin: '' },
  ],
  outputs: [
    { name: 'rate', value: 6, kind: 'state' },
    { name: 'weight', value: 5, kind: 'state' },
    { name: 'kept', value: 5, kind: 'state' },
  ],
};

/** left ← right + x; right ← 2 · left; both read the values from before. */
const cross: KernelGraph = {
  name: 'cross',
  types: [vector, vector, vector, { dtype: 'float32', shape: [] }, vector, vector],
  inputs: [
    { name: 'left', value: 0, kind: 'state' },
    { name: 'right', value: 1, kind: 'state' },
    { name: 'x', value: 2, kind: 'feed' },
  ],
  constants: [{ value: 3, content: { fill: 2 } }],
  nodes: [
    { kernel: 'Add', inputs: [1, 2], attributes: {}, output: 4, origin: '' },
    { kernel: 'Multiply', inputs: [0, 3], attributes: {}, output: 5, origin: '' },
  ],
  outputs: [
    { name: 'left', value: 4, kind: 'state' },
    { name: 'right', value: 5, kind: 'state' },
  ],
};

/** All dtypes in and out. */
const dtypes: KernelGraph = {
  name: 'dtypes',
  types: [
    { dtype: 'int32', shape: [3] },
    { dtype: 'bool', shape: [3] },
    { dtype: 'bool', shape: [3] },
    { dtype: 'int32', shape: [3] },
  ],
  inputs: [
    { name: 'whole', value: 0, kind: 'feed' },
    { name: 'truth', value: 1, kind: 'feed' },
  ],
  constants: [],
  nodes: [
    { kernel: 'LogicalNot', inputs: [1], attributes: {}, output: 2, origin: '' },
    { kernel: 'Neg', inputs: [0], attributes: {}, output: 3, origin: '' },
  ],
  outputs: [
    { name: 'not', value: 2, kind: 'result' },
    { name: 'negative', value: 3, kind: 'result' },
  ],
};

const x = (...numbers: readonly [number, number]) => feeds(['x', tensor('float32', [2], numbers)]);
const total = (...numbers: readonly [number, number]) =>
  feeds(['total', tensor('float32', [2], numbers)]);

onEveryEngine((engine) => {
  it('starts with a state of zeros', async () => {
    const session = await engine.prepare([add]);
    expect(numbersOf(await session.readState(), 'total')).toEqual([0, 0]);
    await session.dispose();
  });

  it('shares the state among graphs from run to run', async () => {
    const session = await engine.prepare([add, double]);
    await session.writeState(total(1, 2));
    expect(numbersOf(await session.run('add', x(10, 20)), 'before')).toEqual([1, 2]);
    expect(numbersOf(await session.run('double', feeds()), 'doubled')).toEqual([22, 44]);
    expect(numbersOf(await session.run('add', x(1, 1)), 'before')).toEqual([22, 44]);
    expect(numbersOf(await session.readState(), 'total')).toEqual([23, 45]);
    await session.dispose();
  });

  it('gives one value under several names, and constants', async () => {
    const session = await engine.prepare([double]);
    await session.writeState(total(3, 4));
    const results = await session.run('double', feeds());
    expect(numbersOf(results, 'again')).toEqual([6, 8]);
    expect(numbersOf(results, 'factor')).toEqual([2]);
    expect(results.get('factor')?.shape).toEqual([]);
    await session.dispose();
  });

  it('hands a state on under another name', async () => {
    const session = await engine.prepare([exchange]);
    await session.writeState(
      feeds(['left', tensor('float32', [2], [1, 2])], ['right', tensor('float32', [2], [3, 4])]),
    );
    await session.run('exchange', feeds());
    const state = await session.readState();
    expect([numbersOf(state, 'left'), numbersOf(state, 'right')]).toEqual([
      [3, 4],
      [1, 2],
    ]);
    await session.dispose();
  });

  it('reads a state that another update of the same run replaces', async () => {
    const session = await engine.prepare([descend]);
    await session.writeState(
      feeds(['weight', tensor('float32', [2], [1, 2])], ['rate', tensor('float32', [], [8])]),
    );
    await session.run('descend', x(1, 2));
    await session.run('descend', x(1, 2));
    const state = await session.readState();
    expect(['weight', 'rate', 'kept'].map((name) => numbersOf(state, name))).toEqual([
      [-11, -22],
      [2],
      [-11, -22],
    ]);
    await session.dispose();
  });

  it('updates states from one another, also where two graphs write them', async () => {
    const session = await engine.prepare([cross, exchange]);
    await session.writeState(
      feeds(['left', tensor('float32', [2], [1, 2])], ['right', tensor('float32', [2], [3, 4])]),
    );
    await session.run('cross', x(10, 10));
    await session.run('exchange', feeds());
    await session.run('cross', x(1, 1));
    const state = await session.readState();
    expect([numbersOf(state, 'left'), numbersOf(state, 'right')]).toEqual([
      [14, 15],
      [4, 8],
    ]);
    await session.dispose();
  });

  it('takes and gives whole numbers and truth values', async () => {
    const session = await engine.prepare([dtypes]);
    const results = await session.run(
      'dtypes',
      feeds(['whole', tensor('int32', [3], [1, -2, 3])], ['truth', tensor('bool', [3], [1, 0, 1])]),
    );
    expect(results.get('not')).toEqual(tensor('bool', [3], [0, 1, 0]));
    expect(results.get('negative')).toEqual(tensor('int32', [3], [-1, 2, -3]));
    await session.dispose();
  });

  it('returns results and states that later runs leave alone', async () => {
    const session = await engine.prepare([add]);
    const first = await session.run('add', x(1, 1));
    const read = await session.readState();
    await session.run('add', x(1, 1));
    await session.run('add', x(1, 1));
    expect(numbersOf(first, 'before')).toEqual([0, 0]);
    expect(numbersOf(read, 'total')).toEqual([1, 1]);
    await session.dispose();
  });

  it('does not see what the caller writes into its arrays afterwards', async () => {
    const session = await engine.prepare([add]);
    const given = tensor('float32', [2], [5, 6]);
    await session.writeState(feeds(['total', given]));
    given.data.fill(9);
    const fed = tensor('float32', [2], [1, 1]);
    await session.run('add', feeds(['x', fed]));
    fed.data.fill(9);
    expect(numbersOf(await session.readState(), 'total')).toEqual([6, 7]);
    await session.dispose();
  });

  it('runs calls that are made at once one after the other', async () => {
    const session = await engine.prepare([add, double]);
    const calls = [
      session.run('add', x(1, 1)),
      session.run('double', feeds()),
      session.run('add', x(3, 3)),
    ];
    expect(numbersOf((await Promise.all(calls))[2] ?? feeds(), 'before')).toEqual([2, 2]);
    expect(numbersOf(await session.readState(), 'total')).toEqual([5, 5]);
    await session.dispose();
  });

  it('goes on after a call that failed', async () => {
    const session = await engine.prepare([add]);
    await expect(session.run('add', feeds())).rejects.toThrow('misses its input "x"');
    await session.run('add', x(1, 2));
    expect(numbersOf(await session.readState(), 'total')).toEqual([1, 2]);
    await session.dispose();
  });

  it.each([
    { given: feeds(), message: 'graph "add" misses its input "x", f32[2]' },
    {
      given: feeds(['x', tensor('float32', [3], [1, 2, 3])]),
      message: '"x", input of graph "add", is f32[2], got f32[3]',
    },
    {
      given: feeds(['x', tensor('int32', [2], [1, 2])]),
      message: '"x", input of graph "add", is f32[2], got i32[2]',
    },
    {
      given: feeds(['x', { dtype: 'float32', shape: [2], data: Float32Array.of(1) }]),
      message:
        '"x", input of graph "add", needs a Float32Array of 2 numbers, got a Float32Array of 1',
    },
    {
      given: feeds(['x', { dtype: 'float32', shape: [2], data: Int32Array.of(1, 2) }]),
      message:
        '"x", input of graph "add", needs a Float32Array of 2 numbers, got a Int32Array of 2',
    },
    {
      given: new Map([...x(1, 2), ...total(1, 2)]),
      message: '"total" is no input of graph "add"',
    },
  ])('refuses feeds: $message', async ({ given, message }) => {
    const session = await engine.prepare([add]);
    const code = 'GAN520';
    await expect(session.run('add', given)).rejects.toMatchObject({ code, message });
    await session.dispose();
  });

  it('refuses a state that no graph has', async () => {
    const session = await engine.prepare([add]);
    const stray = feeds(['mean', tensor('float32', [2], [1, 2])]);
    await expect(session.writeState(stray)).rejects.toMatchObject({
      code: 'GAN520',
      message: '"mean" is no state',
    });
    await session.dispose();
  });

  it('writes no state at all where one of the tensors is wrong', async () => {
    const session = await engine.prepare([exchange]);
    const given = feeds(
      ['left', tensor('float32', [2], [1, 2])],
      ['right', tensor('float32', [3], [1, 2, 3])],
    );
    await expect(session.writeState(given)).rejects.toThrow(
      '"right", state, is f32[2], got f32[3]',
    );
    expect(numbersOf(await session.readState(), 'left')).toEqual([0, 0]);
    await session.dispose();
  });

  it('refuses graphs that disagree about a state', async () => {
    const other: KernelGraph = {
      ...exchange,
      types: [vector, { dtype: 'float32', shape: [3] }],
      inputs: [{ name: 'total', value: 1, kind: 'state' }],
      outputs: [],
    };
    await expect(engine.prepare([add, other])).rejects.toThrow(
      'the state "total" is declared as both f32[2] and f32[3]',
    );
  });

  it('refuses two graphs of one name', async () => {
    await expect(engine.prepare([add, add])).rejects.toThrow('two graphs are named "add"');
  });

  it('knows only the graphs that were prepared', async () => {
    const session = await engine.prepare([add]);
    await expect(session.run('double', feeds())).rejects.toThrow(
      'no graph named "double" was prepared',
    );
    await session.dispose();
  });
});
