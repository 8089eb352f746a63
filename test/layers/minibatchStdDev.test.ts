import { describe, expect, it } from 'vitest';
import { minibatchStdDev } from '../../src/layers/minibatchStdDev.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'minibatchStdDev' };
// Standard deviations of (0, 2) and (5, 11): 1 and 3.
const pair = [0, 5, 2, 11];

describe('minibatchStdDev', () => {
  it('appends the mean standard deviation of the group to each sample', () => {
    const { y } = runLayer(minibatchStdDev, options, tf.tensor2d(pair, [2, 2]));
    expectTensor(y, [2, 3], [0, 5, 2, 2, 11, 2]);
  });

  it('appends one number per part of the channels', () => {
    const { y } = runLayer(minibatchStdDev, { ...options, channels: 2 }, tf.tensor2d(pair, [2, 2]));
    expectTensor(y, [2, 4], [0, 5, 1, 3, 2, 11, 1, 3]);
  });

  it('groups samples half a batch apart in groups of two', () => {
    const x = tf.tensor2d([0, 10, 2, 20], [4, 1]);
    const { y } = runLayer(minibatchStdDev, { ...options, groupSize: 2 }, x);
    expectTensor(y, [4, 2], [0, 1, 10, 5, 2, 1, 20, 5]);
  });

  it('uses the largest smaller group size that divides the batch', () => {
    // Six samples in groups of three, not of four: 0, 10, 20 with deviation √(200/3), and 1, 1, 1.
    const x = tf.tensor2d([0, 1, 10, 1, 20, 1], [6, 1]);
    const { y } = runLayer(minibatchStdDev, options, x);
    const r = Math.sqrt(200 / 3);
    expectTensor(y, [6, 2], [0, r, 1, 1e-4, 10, r, 1, 1e-4, 20, r, 1, 1e-4]);
  });

  it('uses a larger group size if the only smaller one is one', () => {
    // Three samples in one group, although groupSize is two: 0, 3, 6 with deviation √6.
    const x = tf.tensor2d([0, 3, 6], [3, 1]);
    const { y } = runLayer(minibatchStdDev, { ...options, groupSize: 2 }, x);
    const r = Math.sqrt(6);
    expectTensor(y, [3, 2], [0, r, 3, r, 6, r]);
  });

  it('repeats the number at all positions of an image', () => {
    const x = tf.tensor4d(pair, [2, 1, 2, 1]);
    expectTensor(runLayer(minibatchStdDev, options, x).y, [2, 1, 2, 2], [0, 2, 5, 2, 2, 2, 11, 2]);
    expect(shapeAfter(minibatchStdDev, options, [4, 4, 512])).toEqual([4, 4, 513]);
  });

  it('mixes the samples of a batch', () => {
    expect(minibatchStdDev.acrossBatch).toBe(true);
  });

  it('refuses a number of channels that does not divide the input channels', () => {
    expect(refusal(minibatchStdDev, { ...options, channels: 3 }, [4, 4, 8])).toEqual(
      new LayerShapeError(
        "the 8 channels of minibatchStdDev's input cannot be divided into 3 equal parts",
        'Choose channels among the divisors of 8.',
        'channels',
      ),
    );
  });
});
