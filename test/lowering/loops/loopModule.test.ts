import { expect, it } from 'vitest';
import type { FusedLoop } from '../../../src/lowering/loops/fusedLoop.js';
import { loopBytes, loopModule } from '../../../src/lowering/loops/loopModule.js';
import { splitLoops } from '../../../src/lowering/loops/splitLoops.js';
import { allocateWasm, webAssembly } from '../../../src/webAssembly.js';
import { GraphBuilder } from '../../ir/graphBuilder.js';

/** momentum ← 0.5 · momentum + g; weight ← weight − rate · momentum, of `size` numbers. */
function momentumLoop(size: number): FusedLoop {
  const g = new GraphBuilder();
  const weight = g.input('weight', [size], { kind: 'state' });
  const momentum = g.input('momentum', [size], { kind: 'state' });
  const [gradient, rate] = [g.input('g', [size]), g.input('rate', [])];
  const half = g.node('Multiply', [momentum, g.fill(0.5)], {});
  const next = g.node('Add', [half, gradient], {});
  g.state('weight', g.node('Sub', [weight, g.node('Multiply', [rate, next], {})], {}));
  g.state('momentum', next);
  const [loop] = splitLoops(g.graph()).loops;
  if (!loop) throw new Error('no loop');
  return loop;
}

/** Runs a loop once in place: operands and results of one name share their memory. */
function run(loop: FusedLoop, tensors: Readonly<Record<string, readonly number[]>>) {
  const memory = allocateWasm(1024);
  if (!memory) throw new Error('no memory');
  const names = Object.keys(tensors);
  const address = (name: string): number => names.indexOf(name) * 128;
  const view = (name: string, length = tensors[name]?.length) =>
    new Float32Array(memory.buffer, address(name), length);
  for (const name of names) view(name).set(tensors[name] ?? []);
  const { bytes, names: functions } = loopModule([loop]);
  const module = new webAssembly.Module(bytes);
  const exports = new webAssembly.Instance(module, { env: { memory } }).exports as Readonly<
    Record<string, (...numbers: number[]) => void>
  >;
  const inputs = ['weight', 'momentum', 'g', 'rate'];
  const operands = loop.operands.map(({ value }) => address(inputs[value] ?? ''));
  const results = loop.results.map(({ name }) => address(name));
  exports[functions[0] ?? '']?.(loopBytes(loop.size), ...operands, ...results);
  return { view };
}

it.each([1, 3, 4, 5, 8])('updates %i numbers in place', (size) => {
  const list = (start: number) => Array.from({ length: size }, (_, at) => start + at);
  const { view } = run(momentumLoop(size), {
    weight: list(10),
    momentum: list(4),
    g: list(1),
    rate: [2],
  });
  // momentum: (4 + i)/2 + 1 + i = 3 + 1.5·i; weight: 10 + i − 2·(3 + 1.5·i) = 4 − 2·i.
  expect([...view('momentum')]).toEqual(list(0).map((i) => 3 + 1.5 * i));
  expect([...view('weight')]).toEqual(list(0).map((i) => 4 - 2 * i));
});

it('writes nothing beyond whole groups of four numbers', () => {
  const { view } = run(momentumLoop(5), {
    weight: Array<number>(12).fill(7),
    momentum: Array<number>(12).fill(7),
    g: Array<number>(12).fill(1),
    rate: [1],
  });
  expect([...view('weight')].slice(8)).toEqual([7, 7, 7, 7]);
  expect([...view('momentum')].slice(8)).toEqual([7, 7, 7, 7]);
});

it('shares a function among loops that differ in size alone', () => {
  expect(loopModule([momentumLoop(3), momentumLoop(900)]).names).toEqual(['loop0', 'loop0']);
});
