import { describe, expect, it } from 'vitest';
import { conv2d } from '../../src/layers/conv2d.js';
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

const plain = { type: 'conv2d', filters: 1, useBias: false };

describe('conv2d', () => {
  it('computes the inner product of each window with the kernel', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
    const options = { ...plain, kernelSize: 2, padding: 'valid' };
    const { y } = runLayer(conv2d, options, x, {
      kernel: tf.tensor4d([1, 10, 100, 1000], [2, 2, 1, 1]),
    });
    // 1·1 + 2·10 + 4·100 + 5·1000 and so on: the kernel is not reversed.
    expectTensor(y, [1, 2, 2, 1], [5421, 6532, 8754, 9865]);
  });

  it('puts an odd zero of same padding below and to the right', () => {
    const options = { ...plain, kernelSize: 3, strides: 2 };
    const { y } = runLayer(conv2d, options, tf.ones([1, 4, 4, 1]), {
      kernel: tf.ones([3, 3, 1, 1]),
    });
    // Windows start at rows 0 and 2; the second one has a row of zeros below.
    expectTensor(y, [1, 2, 2, 1], [9, 6, 6, 4]);
  });

  it('adds the bias to each channel and applies the activation', () => {
    const options = { type: 'conv2d', filters: 2, kernelSize: 1, activation: 'relu' };
    const weights = { kernel: tf.tensor4d([1, -1], [1, 1, 1, 2]), bias: tf.tensor1d([10, 1]) };
    const { y } = runLayer(conv2d, options, tf.tensor4d([2, 0.5], [1, 1, 2, 1]), weights);
    expectTensor(y, [1, 1, 2, 2], [12, 0, 10.5, 0.5]);
  });

  it('halves an image at stride 2 with same padding', () => {
    const options = { type: 'conv2d', filters: 64, kernelSize: 5, strides: 2 };
    expect(shapeAfter(conv2d, options, [28, 28, 1])).toEqual([14, 14, 64]);
    expect(shapeAfter(conv2d, options, [7, 5, 1])).toEqual([4, 3, 64]);
  });

  it('pads every side by one number, as PyTorch does', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 1 };
    const { y } = runLayer(conv2d, options, irregular([1, 4, 5, 2]), {
      kernel: irregular([3, 3, 2, 1]),
    });
    // torch.nn.functional.conv2d(x, kernel, stride=2, padding=1); "same" would start one row lower.
    expectTensor(y, [1, 2, 3, 1], [-162, 142, 153, -68, -74, -79]);
  });

  it('pads each side by its own number', () => {
    const options = {
      ...plain,
      kernelSize: [3, 2],
      strides: [1, 2],
      padding: [
        [1, 0],
        [2, 1],
      ],
    };
    const { y } = runLayer(conv2d, options, irregular([1, 4, 5, 2]), {
      kernel: irregular([3, 2, 2, 1]),
    });
    // torch.nn.functional.conv2d(pad(x, (2, 1, 1, 0)), kernel, stride=(1, 2))
    expectTensor(y, [1, 3, 4, 1], [0, -128, 199, -126, 0, 18, -80, -210, 0, 26, 89, 17]);
  });

  it('gives floor((size + padding − kernelSize) / stride) + 1 rows with numeric padding', () => {
    const options = { type: 'conv2d', filters: 4, kernelSize: 4, strides: 2, padding: 1 };
    expect(shapeAfter(conv2d, options, [64, 33, 3])).toEqual([32, 16, 4]);
  });

  it('treats height and width separately', () => {
    const options = {
      type: 'conv2d',
      filters: 4,
      kernelSize: [3, 1],
      strides: [2, 1],
      padding: 'valid',
    };
    expect(shapeAfter(conv2d, options, [8, 6, 2])).toEqual([3, 6, 4]);
    const { y } = runLayer(conv2d, { ...options, useBias: false }, irregular([2, 8, 6, 2]), {
      kernel: irregular([3, 1, 2, 4]),
    });
    expect(y.shape).toEqual([2, 3, 6, 4]);
  });

  it('computes each group of outputs from its group of inputs', () => {
    const options = { ...plain, filters: 6, kernelSize: 3, strides: 2, padding: 1, groups: 2 };
    const { y } = runLayer(conv2d, options, irregular([1, 4, 5, 4]), {
      kernel: irregular([3, 3, 2, 6]),
    });
    // torch.nn.functional.conv2d(x, kernel, stride=2, padding=1, groups=2)
    expectTensor(
      y,
      [1, 2, 3, 6],
      [
        -122, -187, 70, -84, -302, 170, 85, -103, -153, 132, -320, -13, -21, 54, -32, 318, -266,
        -22, 200, 41, 66, -63, 204, 34, -142, 53, 202, -80, -74, 277, 127, -29, -47, 189, -300, 39,
      ],
    );
  });

  it('has a kernel with the input channels of one group, and two operations per weight and output pixel', () => {
    const options = { ...plain, filters: 6, kernelSize: 3, groups: 2 };
    expect(parametersOf(conv2d, options, [5, 5, 4])).toMatchObject([{ shape: [3, 3, 2, 6] }]);
    expect(flopsOf(conv2d, options, [5, 5, 4])).toBe(2 * 9 * 2 * 5 * 5 * 6);
  });

  it('refuses groups that do not divide channels and filters', () => {
    const options = { ...plain, filters: 6, kernelSize: 3, groups: 4 };
    expect(refusal(conv2d, options, [5, 5, 6])).toEqual(
      new LayerShapeError(
        "the 6 channels of conv2d's input cannot be divided into 4 equal parts",
        'Choose groups among the divisors of 6.',
        'groups',
      ),
    );
    expect(refusal(conv2d, options, [5, 5, 8])).toEqual(
      new LayerShapeError(
        'the 6 filters of conv2d cannot be divided into 4 equal parts',
        'Choose groups among the divisors of 6.',
        'groups',
      ),
    );
  });

  it('has a kernel [height, width, in, filters] and a bias [filters]', () => {
    const options = { type: 'conv2d', filters: 64, kernelSize: [5, 3] };
    expect(parametersOf(conv2d, options, [28, 28, 2])).toMatchObject([
      { name: 'kernel', shape: [5, 3, 2, 64], trainable: true },
      { name: 'bias', shape: [64], trainable: true },
    ]);
  });

  it('counts two operations per kernel position, channel and output value', () => {
    const options = { type: 'conv2d', filters: 64, kernelSize: 5, strides: 2 };
    expect(flopsOf(conv2d, options, [28, 28, 3])).toBe(2 * 25 * 3 * 14 * 14 * 64);
  });

  it('refuses a kernel larger than an unpadded input', () => {
    const options = { type: 'conv2d', filters: 1, kernelSize: 5, padding: 'valid' };
    expect(refusal(conv2d, options, [4, 9, 1])).toEqual(
      new LayerShapeError(
        'a kernelSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a kernelSize of at most 4.',
        'kernelSize',
      ),
    );
  });

  it('refuses a kernel larger than an input with numeric padding', () => {
    const options = { ...plain, kernelSize: 7, padding: 1 };
    expect(refusal(conv2d, options, [9, 4, 1])).toEqual(
      new LayerShapeError(
        'a kernelSize of 7 does not fit into an input of size 4 padded by 1 and 1',
        'Use "same" padding, or a kernelSize of at most 6.',
        'kernelSize',
      ),
    );
  });

  it('refuses the identity initializer in groups, whose filters see only part of the channels', () => {
    const options = {
      ...plain,
      filters: 4,
      kernelSize: 3,
      kernelInitializer: { type: 'identity' },
    };
    expect(() => parametersOf(conv2d, { ...options, groups: 2 }, [5, 5, 4])).toThrow(
      'the initializer "identity" would leave most filters at zero, since each of them sees a part of the channels only',
    );
    expect(parametersOf(conv2d, options, [5, 5, 4])[0]?.initial.kind).toBe('identity');
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(conv2d, { ...plain, kernelSize: 3 }, [100])).toEqual(
      new LayerShapeError(
        'conv2d reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
