import { describe, expect, it } from 'vitest';
import { separableConv2d } from '../../src/layers/separableConv2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import {
  flopsOf,
  parametersOf,
  refusal,
  runLayer,
  shapeAfter,
} from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

const plain = { type: 'separableConv2d', filters: 3, useBias: false };

describe('separableConv2d', () => {
  it('applies a depthwise and then a pointwise convolution', () => {
    const options = { ...plain, filters: 1, kernelSize: [1, 2], padding: 'valid' };
    const { y } = runLayer(separableConv2d, options, tf.tensor4d([1, 10, 2, 20], [1, 1, 2, 2]), {
      depthwiseKernel: tf.tensor4d([1, 5, 100, 7], [1, 2, 2, 1]),
      pointwiseKernel: tf.tensor4d([1000, 1], [1, 1, 2, 1]),
    });
    // Channels 1·1 + 2·100 = 201 and 10·5 + 20·7 = 190.
    expectTensor(y, [1, 1, 1, 1], [201190]);
  });

  it('agrees with two convolutions of PyTorch', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 1, depthMultiplier: 2 };
    const { y } = runLayer(separableConv2d, options, irregular([1, 4, 5, 2]), {
      depthwiseKernel: irregular([3, 3, 2, 2]),
      pointwiseKernel: irregular([1, 1, 4, 3]),
    });
    // conv2d(conv2d(x, depthwise, stride=2, padding=1, groups=2), pointwise) of torch.nn.functional
    expectTensor(
      y,
      [1, 2, 3, 3],
      [
        1615, -1297, -46, -1365, 4395, -1000, 1670, -1413, 426, 135, -602, 340, -2750, 793, -126,
        -1162, 565, 360,
      ],
    );
  });

  it('adds the bias and applies the activation once, at the end', () => {
    const options = { type: 'separableConv2d', filters: 1, kernelSize: 1, activation: 'relu' };
    const weights = {
      depthwiseKernel: tf.fill([1, 1, 1, 1], -1),
      pointwiseKernel: tf.fill([1, 1, 1, 1], -1),
      bias: tf.tensor1d([-2]),
    };
    const { y } = runLayer(separableConv2d, options, tf.tensor4d([3, 1], [1, 1, 2, 1]), weights);
    expectTensor(y, [1, 1, 2, 1], [1, 0]);
  });

  it('has the sizes of conv2d', () => {
    const options = { ...plain, kernelSize: 3, strides: 2 };
    expect(shapeAfter(separableConv2d, options, [7, 8, 4])).toEqual([4, 4, 3]);
  });

  it('has a depthwise kernel, a pointwise kernel and a bias', () => {
    const options = {
      type: 'separableConv2d',
      filters: 8,
      kernelSize: 3,
      depthMultiplier: 2,
      depthwiseInitializer: 'heUniform',
      pointwiseInitializer: 'heUniform',
    };
    const uniform = (fanIn: number) => {
      const high = Math.sqrt(6 / fanIn);
      return { kind: 'uniform', low: -high, high };
    };
    expect(parametersOf(separableConv2d, options, [7, 7, 4])).toEqual([
      {
        name: 'depthwiseKernel',
        shape: [3, 3, 4, 2],
        initial: uniform(9),
        trainable: true,
        outputAxes: [2, 3],
      },
      { name: 'pointwiseKernel', shape: [1, 1, 8, 8], initial: uniform(8), trainable: true },
      { name: 'bias', shape: [8], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('counts the operations of both convolutions', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, depthMultiplier: 2 };
    expect(flopsOf(separableConv2d, options, [8, 8, 16])).toBe(
      2 * 9 * (4 * 4 * 32) + 2 * 32 * (4 * 4 * 3),
    );
  });

  it('refuses a kernel larger than its input, and an input that is not an image', () => {
    const options = { ...plain, kernelSize: 5, padding: 'valid' };
    expect(refusal(separableConv2d, options, [9, 4, 1])).toEqual(
      new LayerShapeError(
        'a kernelSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a kernelSize of at most 4.',
        'kernelSize',
      ),
    );
    expect(refusal(separableConv2d, options, [100])).toEqual(
      new LayerShapeError(
        'separableConv2d reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
