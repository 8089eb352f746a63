import { describe, expect, it } from 'vitest';
import { conv2dTranspose } from '../../src/layers/conv2dTranspose.js';
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

const plain = { type: 'conv2dTranspose', filters: 1, useBias: false };

describe('conv2dTranspose', () => {
  it('places a copy of the kernel, scaled by each input value', () => {
    const kernel = tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]);
    const options = { ...plain, kernelSize: 2, strides: 2 };
    const { y } = runLayer(conv2dTranspose, options, tf.tensor4d([3, 5], [1, 1, 2, 1]), { kernel });
    expectTensor(y, [1, 2, 4, 1], [3, 6, 5, 10, 9, 12, 15, 20]);
  });

  it('sums overlapping copies of the kernel', () => {
    const kernel = tf.tensor4d([1, 10], [1, 2, 1, 1]);
    const options = { ...plain, kernelSize: [1, 2], padding: 'valid' };
    const { y } = runLayer(conv2dTranspose, options, tf.tensor4d([1, 2], [1, 1, 2, 1]), { kernel });
    expectTensor(y, [1, 1, 3, 1], [1, 12, 20]);
  });

  it('leaves gaps of zeros for strides larger than the kernel', () => {
    const options = { ...plain, kernelSize: 1, strides: [1, 2], padding: 'valid' };
    const x = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    const { y } = runLayer(conv2dTranspose, options, x, { kernel: tf.ones([1, 1, 1, 1]) });
    expectTensor(y, [1, 1, 4, 1], [1, 0, 2, 0]);
  });

  it('is the adjoint of conv2d with the same kernel', () => {
    const kernel = irregular([5, 5, 2, 3]);
    const image = irregular([1, 7, 8, 2]);
    const options = { kernelSize: 5, strides: 2, useBias: false };
    const small = runLayer(conv2d, { type: 'conv2d', filters: 3, ...options }, image, { kernel }).y;
    const direction = irregular(small.shape);
    const even = { type: 'conv2dTranspose', filters: 2, ...options };
    const large = runLayer(conv2dTranspose, even, direction, { kernel }).y;
    expect(large.shape).toEqual([1, 8, 8, 2]);
    // An input of 7 rows equals one of 8 rows with a last row of zeros: same padding starts at the same row for both.
    const image8 = tf.pad(image, [
      [0, 0],
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    const small8 = runLayer(conv2d, { type: 'conv2d', filters: 3, ...options }, image8, {
      kernel,
    }).y;
    const here = tf.sum(tf.mul(small8, direction)).dataSync()[0];
    const there = tf.sum(tf.mul(image8, large)).dataSync()[0];
    expect(here).toBe(there);
  });

  it('crops numeric padding from every side, as PyTorch does', () => {
    const options = { ...plain, kernelSize: 4, strides: 2, padding: 1 };
    const { y } = runLayer(conv2dTranspose, options, irregular([1, 2, 3, 2]), {
      kernel: irregular([4, 4, 1, 2]),
    });
    // torch.nn.functional.conv_transpose2d(x, kernel, stride=2, padding=1)
    expectTensor(
      y,
      [1, 4, 6, 1],
      [
        63, -41, 11, 24, -54, 68, 26, -190, 76, 32, 153, 48, -148, 69, -10, -174, 131, 30, -52, 44,
        -179, -135, 41, 43,
      ],
    );
  });

  it('adds rows below and columns to the right by outputPadding, as PyTorch does', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 1, outputPadding: [1, 0] };
    const { y } = runLayer(conv2dTranspose, options, irregular([1, 2, 3, 2]), {
      kernel: irregular([3, 3, 1, 2]),
    });
    // torch.nn.functional.conv_transpose2d(x, kernel, stride=2, padding=1, output_padding=(1, 0))
    expectTensor(
      y,
      [1, 4, 5, 1],
      [
        -99, -1, -59, -36, -19, -91, -202, -126, 50, -69, 90, 32, 130, -141, -83, 106, 53, 66, 134,
        -43,
      ],
    );
  });

  it('leaves zeros in rows that outputPadding adds beyond all kernels', () => {
    const options = { ...plain, kernelSize: 1, strides: 2, padding: 0, outputPadding: 1 };
    const x = tf.tensor4d([3, 5], [1, 1, 2, 1]);
    const { y } = runLayer(conv2dTranspose, options, x, { kernel: tf.ones([1, 1, 1, 1]) });
    expectTensor(y, [1, 2, 4, 1], [3, 0, 5, 0, 0, 0, 0, 0]);
  });

  it('gives (size − 1) · stride + kernelSize − padding + outputPadding with numeric padding', () => {
    const sized = (options: object) =>
      shapeAfter(conv2dTranspose, { ...plain, ...options }, [7, 4, 3]);
    expect(sized({ kernelSize: 4, strides: 2, padding: 1 })).toEqual([14, 8, 1]);
    const sides = [
      [0, 2],
      [1, 1],
    ];
    expect(sized({ kernelSize: 5, strides: 3, padding: sides, outputPadding: [2, 1] })).toEqual([
      23, 13, 1,
    ]);
  });

  it('doubles height and width at stride 2 with same padding', () => {
    const options = { type: 'conv2dTranspose', filters: 64, kernelSize: 5, strides: 2 };
    expect(shapeAfter(conv2dTranspose, options, [7, 14, 128])).toEqual([14, 28, 64]);
  });

  it('gives size · stride + max(kernelSize − stride, 0) without padding', () => {
    const options = {
      type: 'conv2dTranspose',
      filters: 1,
      kernelSize: [5, 1],
      strides: 2,
      padding: 'valid',
    };
    expect(shapeAfter(conv2dTranspose, options, [7, 7, 3])).toEqual([17, 14, 1]);
  });

  it('has a kernel [height, width, filters, in] whose fan-in is that of its input', () => {
    const options = {
      type: 'conv2dTranspose',
      filters: 64,
      kernelSize: 5,
      kernelInitializer: 'heUniform',
    };
    const bound = Math.sqrt(6 / (25 * 128));
    expect(parametersOf(conv2dTranspose, options, [7, 7, 128])).toEqual([
      {
        name: 'kernel',
        shape: [5, 5, 64, 128],
        initial: { kind: 'uniform', low: -bound, high: bound },
        trainable: true,
        outputAxes: [2],
      },
      { name: 'bias', shape: [64], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('counts two operations per kernel position, channel and input value', () => {
    const options = { type: 'conv2dTranspose', filters: 64, kernelSize: 5, strides: 2 };
    expect(flopsOf(conv2dTranspose, options, [7, 7, 128])).toBe(2 * 25 * 64 * 7 * 7 * 128);
  });

  it('refuses an outputPadding that is not less than the stride', () => {
    const options = { ...plain, kernelSize: 4, strides: [3, 2], padding: 1, outputPadding: 2 };
    expect(refusal(conv2dTranspose, options, [7, 7, 1])).toEqual(
      new LayerShapeError(
        'an outputPadding of 2 is not less than the stride of 2',
        'Use an outputPadding of at most 1.',
        'outputPadding',
      ),
    );
  });

  it('refuses outputPadding together with a padding rule', () => {
    const options = { ...plain, kernelSize: 4, strides: 2, outputPadding: 1 };
    expect(refusal(conv2dTranspose, options, [7, 7, 1])).toEqual(
      new LayerShapeError(
        'outputPadding needs padding in numbers, and padding is "same"',
        'Write the padding in numbers (0 for none), or leave outputPadding out.',
        'outputPadding',
      ),
    );
  });

  it('refuses padding that crops the whole output', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 3 };
    expect(refusal(conv2dTranspose, options, [2, 9, 1])).toEqual(
      new LayerShapeError(
        'padding of 3 and 3 takes away all that a transposed convolution makes of size 2, which is 5',
        'Use "same" padding, or less than 5 in all.',
        'padding',
      ),
    );
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(conv2dTranspose, { ...plain, kernelSize: 3 }, [12544])).toEqual(
      new LayerShapeError(
        'conv2dTranspose reads images [height, width, channels], but its input is [12544]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
