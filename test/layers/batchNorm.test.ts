import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/layers/batchNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

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

  it('updates the running statistics by 1 − momentum, with the biased variance', () => {
    const { updates } = runLayer(batchNorm, options, x, weights);
    expect([...updates.keys()]).toEqual(['movingMean', 'movingVariance']);
    expectTensor(updates.get('movingMean') ?? x, [1], [0.9 * 10 + 0.1 * 3]);
    expectTensor(updates.get('movingVariance') ?? x, [1], [0.9 * 20 + 0.1 * 4]);
  });

  it('takes a scheduled momentum', () => {
    const scheduled = { momentum: tf.scalar(0.5) };
    const { updates } = runLayer(batchNorm, options, x, weights, { scheduled });
    expectTensor(updates.get('movingMean') ?? x, [1], [6.5]);
  });

  it('normalizes by the running statistics in inference, without updating them', () => {
    const { y, updates } = runLayer(batchNorm, options, x, weights, { training: false });
    // (x − 10) · 2 / √(20 + 5) + 1
    expectTensor(y, [2, 1], [-2.6, -1]);
    expect(updates.size).toBe(0);
  });

  it('takes one mean per channel, over batch, height and width', () => {
    const images = tf.tensor4d([0, 10, 2, 30, 4, 50, 6, 70], [2, 1, 2, 2]);
    const bare = { type: 'batchNorm', scale: false, center: false, epsilon: 4 };
    const statistics = { movingMean: tf.zeros([2]), movingVariance: tf.ones([2]) };
    const { y } = runLayer(batchNorm, bare, images, statistics);
    // Channel 0: mean 3, variance 5, root 3. Channel 1: mean 40, variance 500, root √504.
    const r = Math.sqrt(504);
    expectTensor(y, [2, 1, 2, 2], [-1, -30 / r, -1 / 3, -10 / r, 1 / 3, 10 / r, 1, 30 / r]);
  });

  it('has trainable gamma and beta, initially one and zero, and two running statistics', () => {
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

  it('normalizes by the statistics of the batch in inference, too, without running ones', () => {
    const alone = { ...options, runningStatistics: false };
    const { gamma, beta } = weights;
    const rest = { training: false };
    const { y, updates } = runLayer(batchNorm, alone, x, { gamma, beta }, rest);
    expectTensor(y, [2, 1], [1 - 4 / 3, 1 + 4 / 3]);
    expect(updates.size).toBe(0);
    expect(runLayer(batchNorm, alone, x, { gamma, beta }).updates.size).toBe(0);
    expect(parametersOf(batchNorm, alone, [8]).map(({ name }) => name)).toEqual(['gamma', 'beta']);
  });

  it('mixes the samples of a batch', () => {
    expect(batchNorm.acrossBatch).toBe(true);
  });

  describe('with a condition', () => {
    const classes = tf.tensor2d([
      [1, 0],
      [0, 1],
    ]);
    const tables = { gammaKernel: tf.tensor2d([[1], [-1]]), betaKernel: tf.tensor2d([[10], [20]]) };

    it('adds a row of the tables to gamma and beta for each class', () => {
      const { y } = runLayer(batchNorm, options, [x, classes], { ...weights, ...tables });
      // gamma 2 + 1 and 2 − 1, beta 1 + 10 and 1 + 20.
      expectTensor(y, [2, 1], [11 + 3 * (-2 / 3), 21 + 2 / 3]);
    });

    it('uses running statistics shared by all conditions in inference', () => {
      const rest = { training: false };
      const { y, updates } = runLayer(
        batchNorm,
        options,
        [x, classes],
        { ...weights, ...tables },
        rest,
      );
      // (1 − 10) · 3 / 5 + 11 and (5 − 10) · 1 / 5 + 21.
      expectTensor(y, [2, 1], [5.6, 20]);
      expect(updates.size).toBe(0);
    });

    it('has kernels [size, channels], initially zero, besides gamma and beta', () => {
      expect(parametersOf(batchNorm, { type: 'batchNorm' }, [7, 7, 64], [10])).toMatchObject([
        { name: 'gamma', shape: [64], outputAxes: null },
        { name: 'beta', shape: [64], outputAxes: null },
        { name: 'gammaKernel', shape: [10, 64], initial: { kind: 'constant', value: 0 } },
        { name: 'betaKernel', shape: [10, 64], initial: { kind: 'constant', value: 0 } },
        { name: 'movingMean' },
        { name: 'movingVariance' },
      ]);
    });

    it('has 1 and 0 in place of a gamma and a beta that all conditions share', () => {
      const alone = { ...options, sharedAffine: false };
      expect(parametersOf(batchNorm, alone, [8], [4]).map(({ name }) => name)).toEqual([
        'gammaKernel',
        'betaKernel',
        'movingMean',
        'movingVariance',
      ]);
      const { movingMean, movingVariance } = weights;
      const own = { ...tables, movingMean, movingVariance };
      const { y } = runLayer(batchNorm, alone, [x, classes], own);
      // gamma 1 + 1 and 1 − 1, beta 10 and 20.
      expectTensor(y, [2, 1], [10 + 2 * (-2 / 3), 20]);
    });

    it('refuses gamma and beta of a condition alone without a condition', () => {
      expect(() => parametersOf(batchNorm, { ...options, sharedAffine: false }, [8])).toThrow(
        'batchNorm without "sharedAffine" has gamma and beta of a condition alone, but reads none',
      );
    });

    it('refuses a condition that is not a vector', () => {
      expect(() => parametersOf(batchNorm, options, [8], [4, 2])).toThrow(
        new LayerShapeError(
          'batchNorm reads a vector as its second input, but has [4, 2]',
          'Give a class, a latent vector or the output of a dense layer; a flatten makes a vector of anything.',
          'input',
        ),
      );
    });

    it('refuses a condition without gamma and beta', () => {
      const bare = { ...options, center: false, scale: false };
      expect(() => parametersOf(batchNorm, bare, [8], [4])).toThrow(
        new LayerShapeError(
          'batchNorm reads a condition, but has neither gamma nor beta, which would depend on it',
          'Set scale or center to true, or read one input.',
          'input',
        ),
      );
    });
  });
});
