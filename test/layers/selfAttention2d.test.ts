import { describe, expect, it } from 'vitest';
import { selfAttention2d } from '../../src/layers/selfAttention2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { flopsOf, parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'selfAttention2d', reduction: 1 };
const one = tf.ones([1, 1]);
const kernels = { keyKernel: one, queryKernel: one, valueKernel: one, outputKernel: one };

describe('selfAttention2d', () => {
  it('adds the mean of the values, weighted by the softmax of query-key products', () => {
    const x = tf.tensor4d([0, 1], [1, 1, 2, 1]);
    const { y } = runLayer(selfAttention2d, options, x, { ...kernels, gamma: tf.tensor1d([2]) });
    // Query 0 has logits (0, 0): mean 1/2. Query 1 has logits (0, 1): mean e / (1 + e).
    expectTensor(y, [1, 1, 2, 1], [1, 1 + (2 * Math.E) / (1 + Math.E)]);
  });

  it('stays finite for logits whose exponential overflows in float32', () => {
    const x = tf.tensor4d([0, 100], [1, 1, 2, 1]);
    const { y } = runLayer(selfAttention2d, options, x, { ...kernels, gamma: tf.tensor1d([1]) });
    // Logits (0, 10000): the weight of the first is 0.
    expectTensor(y, [1, 1, 2, 1], [50, 200]);
  });

  it('is the identity at its initial gamma of zero', () => {
    const x = tf.tensor4d([0, 1], [1, 1, 2, 1]);
    const { y } = runLayer(selfAttention2d, options, x, { ...kernels, gamma: tf.tensor1d([0]) });
    expectTensor(y, [1, 1, 2, 1], [0, 1]);
    const [gamma] = parametersOf(selfAttention2d, options, [1, 2, 1]).slice(-1);
    expect(gamma).toMatchObject({ name: 'gamma', initial: { kind: 'constant', value: 0 } });
  });

  it('has kernels with an eighth of the channels', () => {
    const parameters = parametersOf(selfAttention2d, { type: 'selfAttention2d' }, [16, 16, 64]);
    expect(parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['keyKernel', [64, 8]],
      ['queryKernel', [64, 8]],
      ['valueKernel', [64, 8]],
      ['outputKernel', [8, 64]],
      ['gamma', [1]],
    ]);
  });

  it('counts two operations per multiply-add', () => {
    // 256 pixels: four products with 64 x 8 kernels, and two over 256 pixels and 8 channels.
    const flops = 256 * 4 * 2 * 64 * 8 + 256 * 2 * 2 * 256 * 8;
    expect(flopsOf(selfAttention2d, { type: 'selfAttention2d' }, [16, 16, 64])).toBe(flops);
  });

  it('takes keys and values from the maxima of windows, and values of a width of their own', () => {
    const config = { type: 'selfAttention2d', reduction: 2, valueReduction: 1, pooling: 2 };
    // Channel 0 holds 0, 1, 2, 3 and the right of a third column; channel 1 its negative.
    const x = tf.tensor4d([0, 0, 1, -1, 9, -9, 2, -2, 3, -3, 9, -9], [1, 2, 3, 2]);
    const first = tf.tensor2d([1, 0], [2, 1]);
    const weights = {
      queryKernel: first,
      keyKernel: first,
      valueKernel: tf.eye(2),
      outputKernel: tf.eye(2),
      gamma: tf.tensor1d([1]),
    };
    const { y } = runLayer(selfAttention2d, config, x, weights);
    // One window, so all pixels attend to its maxima: 3 and 0.
    expectTensor(y, [1, 2, 3, 2], [3, 0, 4, -1, 12, -9, 5, -2, 6, -3, 12, -9]);
    const parameters = parametersOf(selfAttention2d, config, [2, 3, 2]);
    expect(parameters.map(({ shape }) => shape)).toEqual([[2, 1], [2, 1], [2, 2], [2, 2], [1]]);
    // 6 pixels, 1 place, 2 channels, 1 and 2 inner ones.
    expect(flopsOf(selfAttention2d, config, [2, 3, 2])).toBe(3 * (4 * 6 * 2 + 2 * 6));
  });

  it('refuses windows larger than the image', () => {
    const config = { type: 'selfAttention2d', reduction: 1, pooling: 4 };
    expect(refusal(selfAttention2d, config, [3, 8, 2])).toEqual(
      new LayerShapeError(
        'windows of 4 × 4 pixels do not fit into an image of 3 × 8',
        'Use a pooling of at most 3.',
        'pooling',
      ),
    );
  });

  it('refuses a reduction that does not divide the channels', () => {
    expect(refusal(selfAttention2d, { type: 'selfAttention2d' }, [16, 16, 12])).toEqual(
      new LayerShapeError(
        "the 12 channels of selfAttention2d's input cannot be divided into 8 equal parts",
        'Choose reduction among the divisors of 12.',
        'reduction',
      ),
    );
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(selfAttention2d, options, [100])).toEqual(
      new LayerShapeError(
        'selfAttention2d reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
