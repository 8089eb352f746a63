import { describe, expect, it } from 'vitest';
import { lowerToOnnx } from '../../../src/lowering/onnx/lowerToOnnx.js';
import { modelText } from '../../../src/lowering/onnx/modelText.js';
import type { KernelGraph } from '../../../src/ir/kernelGraph.js';

const images = { dtype: 'float32', shape: [2, 4, 4, 8] } as const;
const filter = { dtype: 'float32', shape: [3, 3, 8, 8] } as const;
const geometry = {
  strides: [1, 1],
  padding: [
    [1, 1],
    [1, 1],
  ],
} as const;

const graph: KernelGraph = {
  name: 'discriminator',
  types: [images, filter, images, images, filter, { dtype: 'float32', shape: [8] }],
  inputs: [
    { name: 'real', value: 0, kind: 'feed' },
    { name: 'discriminator/conv2d_0/kernel', value: 1, kind: 'state' },
  ],
  constants: [],
  nodes: [
    {
      kernel: 'Conv2D',
      inputs: [0, 1],
      attributes: geometry,
      output: 2,
      origin: '/discriminator/layers/0',
    },
    {
      kernel: 'LeakyRelu',
      inputs: [2],
      attributes: { alpha: 0.2 },
      output: 3,
      origin: '/discriminator/layers/1',
    },
    {
      kernel: 'Conv2DBackpropFilter',
      inputs: [0, 3],
      attributes: { ...geometry, filterShape: [3, 3, 8, 8] },
      output: 4,
      origin: '/discriminator/layers/0',
    },
  ],
  outputs: [
    { name: 'discriminator/conv2d_0/kernel', value: 4, kind: 'state' },
    { name: 'activations', value: 3, kind: 'result' },
  ],
};

describe('modelText', () => {
  it('prints inputs, initializers, nodes with their origins, and outputs', () => {
    expect(modelText(graph)).toMatchInlineSnapshot(`
      "model discriminator
      input real: f32[2,4,4,8]
      input discriminator/conv2d_0/kernel: f32[3,3,8,8]
      initializer #0: i64[2] = [72,8]
      initializer #1: i64[3] = [2,16,8]
      initializer #2: f32[] = [0]
      initializer #3: i64[3] = [2,1,8]
      initializer #4: i32[144]
      initializer #5: i64[2] = [32,72]
      initializer #6: i64[4] = [2,4,4,8]
      initializer #7: i64[2] = [32,8]
      initializer #8: i64[4] = [3,3,8,8]
      %0 = Reshape(discriminator/conv2d_0/kernel, #0)  # /discriminator/layers/0
      %1 = Reshape(real, #1)  # /discriminator/layers/0
      %2 = Expand(#2, #3)  # /discriminator/layers/0
      %3 = Concat(%1, %2) axis=1  # /discriminator/layers/0
      %4 = Gather(%3, #4) axis=1  # /discriminator/layers/0
      %5 = Reshape(%4, #5)  # /discriminator/layers/0
      %6 = MatMul(%5, %0)  # /discriminator/layers/0
      %7 = Reshape(%6, #6)  # /discriminator/layers/0
      %8 = LeakyRelu(%7) alpha=0.2  # /discriminator/layers/1
      %9 = Reshape(%8, #7)  # /discriminator/layers/0
      %10 = FusedMatMul(%5, %9) transA=1  # /discriminator/layers/0
      %11 = Reshape(%10, #8)  # /discriminator/layers/0
      state discriminator/conv2d_0/kernel = %11
      result activations = %8
      "
    `);
  });
});

describe('lowerToOnnx', () => {
  it('makes the patches of an image once for a convolution and its filter gradient', () => {
    const gathers = lowerToOnnx(graph).nodes.filter(({ opType }) => opType === 'Gather');
    expect(gathers).toHaveLength(1);
  });
});
