import { describe, expect, it } from 'vitest';
import { conv1d } from '../../src/layers/conv1d.js';
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

const plain = { type: 'conv1d', filters: 1, useBias: false };

describe('conv1d', () => {
  it('computes the inner product of each window with the kernel', () => {
    const x = tf.tensor3d([1, 2, 3, 4], [1, 4, 1]);
    const options = { ...plain, kernelSize: 3, padding: 'valid' };
    const { y } = runLayer(conv1d, options, x, { kernel: tf.tensor3d([1, 10, 100], [3, 1, 1]) });
    expectTensor(y, [1, 2, 1], [321, 432]);
  });

  it('puts an odd zero of same padding at the end', () => {
    const options = { ...plain, kernelSize: 2 };
    const x = tf.tensor3d([1, 2, 3], [1, 3, 1]);
    const { y } = runLayer(conv1d, options, x, { kernel: tf.tensor3d([1, 10], [2, 1, 1]) });
    expectTensor(y, [1, 3, 1], [21, 32, 3]);
  });

  it('pads both ends by one number, as PyTorch does', () => {
    const options = { ...plain, filters: 2, kernelSize: 3, strides: 2, padding: 1 };
    const { y } = runLayer(conv1d, options, irregular([1, 7, 2]), { kernel: irregular([3, 2, 2]) });
    // torch.nn.functional.conv1d(x, kernel, stride=2, padding=1)
    expectTensor(y, [1, 4, 2], [49, 29, 108, -143, -108, 182, 51, 5]);
  });

  it('pads each end by its own number', () => {
    const options = { ...plain, kernelSize: 3, padding: [2, 0] };
    const x = tf.tensor3d([1, 2], [1, 2, 1]);
    const { y } = runLayer(conv1d, options, x, { kernel: tf.tensor3d([1, 10, 100], [3, 1, 1]) });
    // The windows are 0 0 1 and 0 1 2; later values are unused.
    expectTensor(y, [1, 2, 1], [100, 210]);
  });

  it('adds the bias to each channel and applies the activation', () => {
    const options = { type: 'conv1d', filters: 2, kernelSize: 1, activation: 'relu' };
    const weights = { kernel: tf.tensor3d([1, -1], [1, 1, 2]), bias: tf.tensor1d([10, 1]) };
    const { y } = runLayer(conv1d, options, tf.tensor3d([2, 0.5], [1, 2, 1]), weights);
    expectTensor(y, [1, 2, 2], [12, 0, 10.5, 0.5]);
  });

  it('divides the length by the stride with same padding', () => {
    const options = { type: 'conv1d', filters: 64, kernelSize: 25, strides: 4 };
    expect(shapeAfter(conv1d, options, [16384, 1])).toEqual([4096, 64]);
    expect(shapeAfter(conv1d, options, [5, 1])).toEqual([2, 64]);
  });

  it('has a kernel [size, in, filters] and a bias [filters]', () => {
    const options = { type: 'conv1d', filters: 64, kernelSize: 5, kernelInitializer: 'heUniform' };
    const bound = Math.sqrt(6 / (5 * 3));
    expect(parametersOf(conv1d, options, [28, 3])).toEqual([
      {
        name: 'kernel',
        shape: [5, 3, 64],
        initial: { kind: 'uniform', low: -bound, high: bound },
        trainable: true,
      },
      { name: 'bias', shape: [64], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('counts two operations per kernel position, channel and output value', () => {
    const options = { type: 'conv1d', filters: 64, kernelSize: 5, strides: 2 };
    expect(flopsOf(conv1d, options, [28, 3])).toBe(2 * 5 * 3 * 14 * 64);
  });

  it('refuses a kernel larger than an unpadded input', () => {
    const options = { ...plain, kernelSize: 5, padding: 'valid' };
    expect(refusal(conv1d, options, [4, 1])).toEqual(
      new LayerShapeError(
        'a kernelSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a kernelSize of at most 4.',
        'kernelSize',
      ),
    );
  });

  it('refuses an input that is not a sequence', () => {
    expect(refusal(conv1d, { ...plain, kernelSize: 3 }, [28, 28, 1])).toEqual(
      new LayerShapeError(
        'conv1d reads sequences [length, channels], but its input is [28, 28, 1]',
        'Put a reshape to two axes before it.',
      ),
    );
  });
});
