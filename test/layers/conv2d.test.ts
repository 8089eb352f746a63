import { describe, expect, it } from 'vitest';
import { conv2d } from '../../src/layers/conv2d.js';
import { LayerShapeError } from '../../src/registry/entries.js';
import { tf } from '../../src/tf.js';
import {
  flopsOf,
  parametersOf,
  refusal,
  runLayer,
  shapeAfter,
} from '../battery/support/runLayer.js';
import { expectTensor, irregular } from '../battery/support/cpu.js';

const plain = { type: 'conv2d', filters: 1, useBias: false };

describe('conv2d', () => {
  it('sums each window times the kernel', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
    const options = { ...plain, kernelSize: 2, padding: 'valid' };
    const { y } = runLayer(conv2d, options, x, {
      kernel: tf.tensor4d([1, 10, 100, 1000], [2, 2, 1, 1]),
    });
    // 1·1 + 2·10 + 4·100 + 5·1000 and so on: the kernel is not turned around.
    expectTensor(y, [1, 2, 2, 1], [5421, 6532, 8754, 9865]);
  });

  it('puts the odd zero of same padding below and to the right', () => {
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

  it('takes height and width apart', () => {
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

  it('has a kernel [height, width, in, filters] and a bias [filters]', () => {
    const options = { type: 'conv2d', filters: 64, kernelSize: [5, 3] };
    expect(parametersOf(conv2d, options, [28, 28, 2])).toMatchObject([
      { name: 'kernel', shape: [5, 3, 2, 64], trainable: true },
      { name: 'bias', shape: [64], trainable: true },
    ]);
  });

  it('counts two operations for each tap, channel and output value', () => {
    const options = { type: 'conv2d', filters: 64, kernelSize: 5, strides: 2 };
    expect(flopsOf(conv2d, options, [28, 28, 3])).toBe(2 * 25 * 3 * 14 * 14 * 64);
  });

  it('refuses a kernel that does not fit into an input without padding', () => {
    const options = { type: 'conv2d', filters: 1, kernelSize: 5, padding: 'valid' };
    expect(refusal(conv2d, options, [4, 9, 1])).toEqual(
      new LayerShapeError(
        'a kernel of size 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a kernelSize of at most 4.',
        'kernelSize',
      ),
    );
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
