import { expect, it } from 'vitest';
import { peakMemory } from '../../src/ir/peakMemory.js';
import type { AnyKernelNode, KernelGraph } from '../../src/ir/kernelGraph.js';

const float32 = (...shape: number[]) => ({ dtype: 'float32', shape }) as const;

function graphOf(parts: Partial<KernelGraph>): KernelGraph {
  return { name: 'g', types: [], inputs: [], constants: [], nodes: [], outputs: [], ...parts };
}

it('sums the tensors that are alive at one node', () => {
  const node = (kernel: 'Relu' | 'Tanh', input: number, output: number): AnyKernelNode => ({
    kernel,
    inputs: [input],
    attributes: {},
    output,
    origin: `/${kernel}`,
  });
  const graph = graphOf({
    types: [float32(100), float32(100), float32(100), float32(100)],
    inputs: [{ name: 'x', value: 0, kind: 'feed' }],
    nodes: [node('Relu', 0, 1), node('Tanh', 1, 2), node('Relu', 2, 3)],
    outputs: [{ name: 'y', value: 3, kind: 'result' }],
  });
  // The input is there throughout; beside it each node has its operand and its result: 3 · 100 · 4 bytes.
  expect(peakMemory(graph)).toEqual({
    bytes: 1200,
    stateBytes: 0,
    origin: '/Relu',
    node: 1,
    parts: [
      { origin: '', tensors: 1, bytes: 400 },
      { origin: '/Relu', tensors: 1, bytes: 400 },
      { origin: '/Tanh', tensors: 1, bytes: 400 },
    ],
  });
});

it('counts state twice, and reshapes and broadcasts not at all', () => {
  const graph = graphOf({
    types: [float32(1, 10), float32(10), float32(500, 10)],
    inputs: [{ name: 'w', value: 0, kind: 'state' }],
    nodes: [
      { kernel: 'Reshape', inputs: [0], attributes: { shape: [10] }, output: 1, origin: '' },
      {
        kernel: 'BroadcastTo',
        inputs: [1],
        attributes: { shape: [500, 10] },
        output: 2,
        origin: '',
      },
    ],
  });
  expect(peakMemory(graph)).toMatchObject({ bytes: 80, stateBytes: 80, origin: '', parts: [] });
});

it('counts the patches of a convolution, which the gradient of its filter reads again', () => {
  const attributes = {
    strides: [1, 1],
    padding: [
      [0, 0],
      [0, 0],
    ],
  } as const;
  const graph = graphOf({
    // 2 images of 4×4×3, 5 filters of 3×3×3, results of 2×2×5.
    types: [float32(2, 4, 4, 3), float32(3, 3, 3, 5), float32(2, 2, 2, 5), float32(3, 3, 3, 5)],
    inputs: [
      { name: 'x', value: 0, kind: 'feed' },
      { name: 'f', value: 1, kind: 'feed' },
    ],
    nodes: [
      { kernel: 'Conv2D', inputs: [0, 1], attributes, output: 2, origin: '/conv' },
      {
        kernel: 'Conv2DBackpropFilter',
        inputs: [0, 2],
        attributes: { ...attributes, filterShape: [3, 3, 3, 5] },
        output: 3,
        origin: '/conv',
      },
    ],
  });
  const [x, filter, y, patches] = [96, 135, 40, 2 * 4 * 27];
  expect(peakMemory(graph)).toMatchObject({
    bytes: 4 * (x + filter + y + patches + filter),
    stateBytes: 0,
    origin: '/conv',
  });
});
