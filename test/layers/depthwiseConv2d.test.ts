import { describe, expect, it } from 'vitest';
import { depthwiseConv2d } from '../../src/layers/depthwiseConv2d.js';
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

const plain = { type: 'depthwiseConv2d', useBias: false };

describe('depthwiseConv2d', () => {
  it('convolves each channel separately', () => {
    const options = { ...plain, kernelSize: [1, 2], padding: 'valid' };
    const x = tf.tensor4d([1, 10, 2, 20, 3, 30], [1, 1, 3, 2]);
    const { y } = runLayer(depthwiseConv2d, options, x, {
      kernel: tf.tensor4d([1, 5, 100, 7], [1, 2, 2, 1]),
    });
    // Channel 0: 1·1 + 2·100, 2·1 + 3·100; channel 1: 10·5 + 20·7, 20·5 + 30·7.
    expectTensor(y, [1, 1, 2, 2], [201, 190, 302, 310]);
  });

  it('gives adjacent outputs of each channel, as PyTorch with groups', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 1, depthMultiplier: 2 };
    const { y } = runLayer(depthwiseConv2d, options, irregular([1, 4, 5, 2]), {
      kernel: irregular([3, 3, 2, 2]),
    });
    // torch.nn.functional.conv2d(x, kernel of [in · multiplier, 1, 3, 3], stride=2, padding=1, groups=2)
    expectTensor(
      y,
      [1, 2, 3, 4],
      [
        99, -27, -55, 97, -197, 221, 67, 5, 15, -30, -169, 18, 138, 40, 25, 45, -119, -103, 178,
        -158, -23, 35, 26, -74,
      ],
    );
  });

  it('puts an odd zero of same padding below and to the right', () => {
    const options = { ...plain, kernelSize: 3, strides: 2 };
    const { y } = runLayer(depthwiseConv2d, options, tf.ones([1, 4, 4, 1]), {
      kernel: tf.ones([3, 3, 1, 1]),
    });
    expectTensor(y, [1, 2, 2, 1], [9, 6, 6, 4]);
  });

  it('skips the pixels between windows smaller than the stride', () => {
    const options = { ...plain, kernelSize: 1, strides: [1, 3], padding: 'valid' };
    const x = tf.tensor4d([1, 2, 3, 4, 5], [1, 1, 5, 1]);
    const { y } = runLayer(depthwiseConv2d, options, x, { kernel: tf.ones([1, 1, 1, 1]) });
    expectTensor(y, [1, 1, 2, 1], [1, 4]);
  });

  it('has windows inside the padding if it is larger than the kernel', () => {
    const options = {
      ...plain,
      kernelSize: 3,
      strides: 3,
      padding: [
        [4, 0],
        [0, 2],
      ],
    };
    const x = tf.tensor4d([7], [1, 1, 1, 1]);
    const { y } = runLayer(depthwiseConv2d, options, x, { kernel: tf.ones([3, 3, 1, 1]) });
    // Only rows −4 to −2: the window after them would reach beyond the padding.
    expectTensor(y, [1, 1, 1, 1], [0]);
  });

  it('adds the bias to each output channel and applies the activation', () => {
    const options = {
      type: 'depthwiseConv2d',
      kernelSize: 1,
      depthMultiplier: 2,
      activation: 'relu',
    };
    const weights = { kernel: tf.tensor4d([1, -1], [1, 1, 1, 2]), bias: tf.tensor1d([10, 1]) };
    const { y } = runLayer(depthwiseConv2d, options, tf.tensor4d([2, 0.5], [1, 1, 2, 1]), weights);
    expectTensor(y, [1, 1, 2, 2], [12, 0, 10.5, 0.5]);
  });

  it('gives depthMultiplier outputs per channel, at the sizes of conv2d', () => {
    const options = { ...plain, kernelSize: [5, 3], strides: 2, depthMultiplier: 3 };
    expect(shapeAfter(depthwiseConv2d, options, [7, 8, 4])).toEqual([4, 4, 12]);
  });

  it('has a kernel [height, width, in, depthMultiplier] whose fan-in is the window', () => {
    const options = {
      type: 'depthwiseConv2d',
      kernelSize: 3,
      depthMultiplier: 2,
      depthwiseInitializer: 'heUniform',
    };
    const bound = Math.sqrt(6 / 9);
    expect(parametersOf(depthwiseConv2d, options, [7, 7, 64])).toEqual([
      {
        name: 'kernel',
        shape: [3, 3, 64, 2],
        initial: { kind: 'uniform', low: -bound, high: bound },
        trainable: true,
        outputAxes: [2, 3],
      },
      { name: 'bias', shape: [128], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('counts two operations per kernel position and output value', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, depthMultiplier: 2 };
    expect(flopsOf(depthwiseConv2d, options, [8, 8, 16])).toBe(2 * 9 * 4 * 4 * 32);
  });

  it('refuses the identity initializer for more than one channel', () => {
    const options = {
      type: 'depthwiseConv2d',
      kernelSize: 3,
      depthwiseInitializer: { type: 'identity', gain: 1 },
    };
    expect(() => parametersOf(depthwiseConv2d, options, [5, 5, 4])).toThrow(
      'the initializer "identity" would leave most filters at zero, since each of them sees a part of the channels only',
    );
    expect(parametersOf(depthwiseConv2d, options, [5, 5, 1])[0]?.initial.kind).toBe('identity');
  });

  it('refuses a kernel larger than its input, and an input that is not an image', () => {
    const options = { ...plain, kernelSize: 5, padding: 'valid' };
    expect(refusal(depthwiseConv2d, options, [4, 9, 1])).toEqual(
      new LayerShapeError(
        'a kernelSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a kernelSize of at most 4.',
        'kernelSize',
      ),
    );
    expect(refusal(depthwiseConv2d, options, [100])).toEqual(
      new LayerShapeError(
        'depthwiseConv2d reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
