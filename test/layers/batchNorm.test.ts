import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/layers/batchNorm.js';
import { tf } from '../../src/tf.js';
import { parametersOf, runLayer } from '../battery/support/runLayer.js';
import { expectTensor } from '../battery/support/cpu.js';

const options = { type: 'batchNorm', momentum: 0.9, epsilon: 5 };
const weights = {
  gamma: tf.tensor1d([2]),
  beta: tf.tensor1d([1]),
  movingMean: tf.tensor1d([10]),
  movingVariance: tf.tensor1d([20]),
};
// Mean 3, variance 4; the root of variance + epsilon is 3.
const x = tf.tensor2d([[1], [5]]);

describe('batchNorm', () => {
  it('normalizes by the statistics of the batch in training', () => {
    const { y } = runLayer(batchNorm, options, x, weights);
    expectTensor(y, [2, 1], [1 - 4 / 3, 1 + 4 / 3]);
  });

  it('moves the running statistics by 1 − momentum, with the variance divided by the count', () => {
    const { updates } = runLayer(batchNorm, options, x, weights);
    expect([...updates.keys()]).toEqual(['movingMean', 'movingVariance']);
    expectTensor(updates.get('movingMean') ?? x, [1], [0.9 * 10 + 0.1 * 3]);
    expectTensor(updates.get('movingVariance') ?? x, [1], [0.9 * 20 + 0.1 * 4]);
  });

  it('takes a momentum that a schedule drives', () => {
    const scheduled = { momentum: tf.scalar(0.5) };
    const { updates } = runLayer(batchNorm, options, x, weights, { scheduled });
    expectTensor(updates.get('movingMean') ?? x, [1], [6.5]);
  });

  it('normalizes by the running statistics outside of training and leaves them alone', () => {
    const { y, updates } = runLayer(batchNorm, options, x, weights, { training: false });
    // (x − 10) · 2 / √(20 + 5) + 1
    expectTensor(y, [2, 1], [-2.6, -1]);
    expect(updates.size).toBe(0);
  });

  it('has one mean for each channel, over batch, height and width', () => {
    const images = tf.tensor4d([0, 10, 2, 30, 4, 50, 6, 70], [2, 1, 2, 2]);
    const bare = { type: 'batchNorm', scale: false, center: false, epsilon: 4 };
    const statistics = { movingMean: tf.zeros([2]), movingVariance: tf.ones([2]) };
    const { y } = runLayer(batchNorm, bare, images, statistics);
    // Channel 0: mean 3, variance 5, root 3. Channel 1: mean 40, variance 500, root √504.
    const r = Math.sqrt(504);
    expectTensor(y, [2, 1, 2, 2], [-1, -30 / r, -1 / 3, -10 / r, 1 / 3, 10 / r, 1, 30 / r]);
  });

  it('has gamma one and beta zero, which are trained, and two running statistics, which are not', () => {
    expect(
      parametersOf(batchNorm, { type: 'batchNorm' }, [7, 7, 64]).map(
        ({ name, shape, initial, trainable }) => [name, shape, initial, trainable],
      ),
    ).toEqual([
      ['gamma', [64], { kind: 'constant', value: 1 }, true],
      ['beta', [64], { kind: 'constant', value: 0 }, true],
      ['movingMean', [64], { kind: 'constant', value: 0 }, false],
      ['movingVariance', [64], { kind: 'constant', value: 1 }, false],
    ]);
  });

  it('mixes the samples of a batch', () => {
    expect(batchNorm.acrossBatch).toBe(true);
  });
});
