import { describe, expect, it } from 'vitest';
import { modulatedConv2d } from '../../src/layers/modulatedConv2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import {
  flopsOf,
  parametersOf,
  refusal,
  runLayer,
  shapeAfter,
} from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'modulatedConv2d', filters: 1, kernelSize: 1, useBias: false };
// Two samples of one pixel with two channels; the scales are style + 1.
const x = tf.tensor4d([1, 2, 1, 2], [2, 1, 1, 2]);
const style = tf.tensor2d([[0], [1]]);
const weights = {
  kernel: tf.tensor4d([3, 4], [1, 1, 2, 1]),
  styleKernel: tf.tensor2d([[1, 2]]),
  styleBias: tf.tensor1d([1, 1]),
};

describe('modulatedConv2d', () => {
  it('scales the kernel by the style of each sample', () => {
    const { y } = runLayer(modulatedConv2d, { ...options, demodulate: false }, [x, style], weights);
    // Scales (1, 1) and (2, 3): 3 + 8, and 6 + 24.
    expectTensor(y, [2, 1, 1, 1], [11, 30]);
  });

  it('divides by the norm of the scaled kernel', () => {
    const { y } = runLayer(modulatedConv2d, options, [x, style], weights);
    // Kernels (3, 4) of norm 5, and (6, 12) of norm √180.
    expectTensor(y, [2, 1, 1, 1], [11 / 5, 30 / Math.sqrt(180)]);
  });

  it('adds the bias after demodulation and applies the activation', () => {
    const biased = { ...options, useBias: true, activation: 'relu' };
    const { y } = runLayer(modulatedConv2d, biased, [x, style], {
      ...weights,
      bias: tf.tensor1d([-2.21]),
    });
    expectTensor(y, [2, 1, 1, 1], [0, 30 / Math.sqrt(180) - 2.21]);
  });

  it('doubles the size of an image and smooths it', () => {
    const enlarging = { ...options, demodulate: false, upSample: true };
    const one = {
      kernel: tf.ones([1, 1, 1, 1]),
      styleKernel: tf.zeros([1, 1]),
      styleBias: tf.ones([1]),
    };
    const row = tf.tensor4d([4, 8], [1, 1, 2, 1]);
    const { y } = runLayer(modulatedConv2d, enlarging, [row, tf.zeros([1, 1])], one);
    // Along the row (0, 4, 0, 8, 0) times (1, 3, 3, 1) / 4, each of the two rows times 3 / 4.
    expectTensor(y, [1, 2, 4, 1], [2.25, 3.75, 5.25, 4.5, 2.25, 3.75, 5.25, 4.5]);
    expect(shapeAfter(modulatedConv2d, enlarging, [4, 6, 2], [8])).toEqual([8, 12, 1]);
  });

  it('has a kernel, a bias and an affine map of the style with initial bias one', () => {
    const plain = { type: 'modulatedConv2d', filters: 64 };
    expect(parametersOf(modulatedConv2d, plain, [4, 4, 32], [16])).toMatchObject([
      { name: 'kernel', shape: [3, 3, 32, 64], trainable: true },
      { name: 'bias', shape: [64], trainable: true },
      { name: 'styleKernel', shape: [16, 32], trainable: true },
      { name: 'styleBias', shape: [32], trainable: true, initial: { kind: 'constant', value: 1 } },
    ]);
  });

  it('counts two operations per weight and input pixel, and per product of the style', () => {
    const plain = { type: 'modulatedConv2d', filters: 64 };
    const flops = 2 * 9 * 32 * 64 * 16 + 2 * 16 * 32;
    expect(flopsOf(modulatedConv2d, plain, [4, 4, 32], [16])).toBe(flops);
  });

  it('refuses a style that is not a vector', () => {
    expect(refusal(modulatedConv2d, options, [4, 4, 8], [4, 2])).toEqual(
      new LayerShapeError(
        'modulatedConv2d reads a vector as its second input, but has [4, 2]',
        'Give a class, a latent vector or the output of a dense layer; a flatten makes a vector of anything.',
        'input',
      ),
    );
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(modulatedConv2d, options, [100], [16])).toEqual(
      new LayerShapeError(
        'modulatedConv2d reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
