import { afterEach, expect, it, vi } from 'vitest';
import { onnxEngine } from '../../../src/engines/onnx/onnxEngine.js';
import { sessionMemory } from '../../../src/engines/onnx/sessionMemory.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';
import * as wasm from '../../../src/webAssembly.js';
import { numbersOf, tensor } from '../../conformance/tensors.js';
import { GraphBuilder } from '../../ir/graphBuilder.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** total ← total + x; `read` gives the total before. */
function adding(name: string, shape: readonly number[]): KernelGraph {
  const g = new GraphBuilder();
  const total = g.input('total', shape, { kind: 'state' });
  g.state('total', g.node('Add', [total, g.input('x', shape)], {}));
  return g.graph(name);
}

/** total ← the total in reverse. */
function reversing(shape: readonly number[]): KernelGraph {
  const g = new GraphBuilder();
  const total = g.input('total', shape, { kind: 'state' });
  g.state('total', g.node('Reverse', [total], { dims: [0] }));
  return g.graph('reverse');
}

it('writes a state in its place where loops alone write it', () => {
  const inPlace = sessionMemory([adding('add', [2]), adding('again', [2])]).state.get('total');
  expect(inPlace?.next).toBe(inPlace?.current);
  const swapped = sessionMemory([adding('add', [2]), reversing([2])]).state.get('total');
  expect(swapped?.next).not.toBe(swapped?.current);
});

it('computes the same without address space for a memory', async () => {
  vi.spyOn(wasm.webAssembly, 'Memory').mockImplementation(function outOfSpace() {
    throw new RangeError('could not allocate memory');
  });
  const session = await onnxEngine.prepare([adding('add', [3]), reversing([3])]);
  await session.run('add', new Map([['x', tensor('float32', [3], [1, 2, 3])]]));
  await session.run('reverse', new Map());
  await session.run('add', new Map([['x', tensor('float32', [3], [10, 10, 10])]]));
  expect(numbersOf(await session.readState(), 'total')).toEqual([13, 12, 11]);
  await session.dispose();
});

it('makes no memory beyond 4 GiB', () => {
  expect(wasm.allocateWasm(2 ** 32 + 1)).toBeUndefined();
});
