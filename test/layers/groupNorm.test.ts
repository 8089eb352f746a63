import { describe, expect, it } from 'vitest';
import { groupNorm } from '../../src/layers/groupNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('groupNorm', () => {
  it('normalizes groups of adjacent channels', () => {
    const x = tf.tensor3d([0, 2, 4, 6, 1, 1, 5, 5], [1, 2, 4]);
    const options = { type: 'groupNorm', groups: 2, epsilon: 1.5 };
    const weights = { gamma: tf.tensor1d([2, 2, 1, 1]), beta: tf.tensor1d([0, 0, 0, 3]) };
    const { y } = runLayer(groupNorm, options, x, weights);
    // Channels 0 and 1: (0, 2, 1, 1), mean 1, variance 0.5. Channels 2 and 3: (4, 6, 5, 5), mean 5, variance 0.5.
    const r = Math.SQRT2;
    expectTensor(y, [1, 2, 4], [-r, r, -1 / r, 1 / r + 3, 0, 0, 0, 3]);
  });

  it('normalizes samples separately, and equals layer normalization of vectors with one group', () => {
    const x = tf.tensor2d([
      [1, 5],
      [2, 2],
    ]);
    const options = { type: 'groupNorm', groups: 1, epsilon: 5, center: false, scale: false };
    for (const training of [true, false]) {
      const { y } = runLayer(groupNorm, options, x, {}, { training });
      expectTensor(y, [2, 2], [-2 / 3, 2 / 3, 0, 0]);
    }
  });

  it('has one gamma and beta per channel', () => {
    const parameters = parametersOf(groupNorm, { type: 'groupNorm' }, [7, 5, 64]);
    expect(parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['gamma', [64]],
      ['beta', [64]],
    ]);
  });

  it('refuses groups of one value', () => {
    expect(refusal(groupNorm, { type: 'groupNorm', groups: 8 }, [8])).toEqual(
      new LayerShapeError(
        'groupNorm would take each value for its own mean, so that nothing of its input is left',
        'Normalize more values together, or leave the layer out.',
      ),
    );
  });

  it('refuses groups that do not divide the channels', () => {
    expect(refusal(groupNorm, { type: 'groupNorm' }, [7, 5, 48])).toEqual(
      new LayerShapeError(
        "the 48 channels of groupNorm's input cannot be divided into 32 equal parts",
        'Choose groups among the divisors of 48.',
        'groups',
      ),
    );
  });
});
