import { describe, expect, it } from 'vitest';
import { conv1dTranspose } from '../../src/layers/conv1dTranspose.js';
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

const plain = { type: 'conv1dTranspose', filters: 1, useBias: false };

describe('conv1dTranspose', () => {
  it('sums overlapping copies of the kernel, scaled by the input values', () => {
    const options = { ...plain, kernelSize: 3, strides: 2, padding: 'valid' };
    const x = tf.tensor3d([1, 2], [1, 2, 1]);
    const { y } = runLayer(conv1dTranspose, options, x, {
      kernel: tf.tensor3d([1, 10, 100], [3, 1, 1]),
    });
    expectTensor(y, [1, 5, 1], [1, 10, 102, 20, 200]);
  });

  it('crops numeric padding from both ends, as PyTorch does', () => {
    const options = { ...plain, filters: 2, kernelSize: 4, strides: 2, padding: 1 };
    const { y } = runLayer(conv1dTranspose, options, irregular([1, 3, 2]), {
      kernel: irregular([4, 2, 2]),
    });
    // torch.nn.functional.conv_transpose1d(x, kernel, stride=2, padding=1)
    expectTensor(y, [1, 6, 2], [-9, -54, -63, 104, 64, -91, -68, 84, 144, -141, -19, 13]);
  });

  it('adds the bias and applies the activation', () => {
    const options = { type: 'conv1dTranspose', filters: 1, kernelSize: 1, activation: 'relu' };
    const weights = { kernel: tf.ones([1, 1, 1]), bias: tf.tensor1d([-1]) };
    const { y } = runLayer(conv1dTranspose, options, tf.tensor3d([3, 0.5], [1, 2, 1]), weights);
    expectTensor(y, [1, 2, 1], [2, 0]);
  });

  it('multiplies the length by the stride with same padding', () => {
    const options = { type: 'conv1dTranspose', filters: 64, kernelSize: 25, strides: 4 };
    expect(shapeAfter(conv1dTranspose, options, [16, 128])).toEqual([64, 64]);
  });

  it('gives (length − 1) · stride + kernelSize − padding + outputPadding with numeric padding', () => {
    const options = { ...plain, kernelSize: 5, strides: 2, padding: [2, 2], outputPadding: 1 };
    expect(shapeAfter(conv1dTranspose, options, [7, 3])).toEqual([14, 1]);
  });

  it('has a kernel [size, filters, in] whose fan-in is that of its input', () => {
    const options = { ...plain, filters: 64, kernelSize: 5, kernelInitializer: 'heUniform' };
    const bound = Math.sqrt(6 / (5 * 128));
    expect(parametersOf(conv1dTranspose, options, [7, 128])).toEqual([
      {
        name: 'kernel',
        shape: [5, 64, 128],
        initial: { kind: 'uniform', low: -bound, high: bound },
        trainable: true,
        outputAxes: [1],
      },
    ]);
  });

  it('counts two operations per kernel position, channel and input value', () => {
    const options = { type: 'conv1dTranspose', filters: 64, kernelSize: 5, strides: 2 };
    expect(flopsOf(conv1dTranspose, options, [7, 128])).toBe(2 * 5 * 64 * 7 * 128);
  });

  it('refuses an outputPadding at a stride of 1', () => {
    const options = { ...plain, kernelSize: 3, padding: 1, outputPadding: 1 };
    expect(refusal(conv1dTranspose, options, [7, 1])).toEqual(
      new LayerShapeError(
        'an outputPadding of 1 is not less than the stride of 1',
        'Use an outputPadding of at most 0.',
        'outputPadding',
      ),
    );
  });

  it('refuses an input that is not a sequence', () => {
    expect(refusal(conv1dTranspose, { ...plain, kernelSize: 3 }, [100])).toEqual(
      new LayerShapeError(
        'conv1dTranspose reads sequences [length, channels], but its input is [100]',
        'Put a reshape to two axes before it.',
      ),
    );
  });
});
