import { describe, expect, it } from 'vitest';
import { upSampling1d } from '../../src/layers/upSampling1d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { flopsOf, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

describe('upSampling1d', () => {
  it('repeats each value with all of its channels', () => {
    const x = tf.tensor3d([1, 10, 2, 20], [1, 2, 2]);
    const { y } = runLayer(upSampling1d, { type: 'upSampling1d' }, x);
    expectTensor(y, [1, 4, 2], [1, 10, 1, 10, 2, 20, 2, 20]);
  });

  it('interpolates linearly between values as PyTorch does', () => {
    const options = { type: 'upSampling1d', size: 3, interpolation: 'linear' };
    const { y } = runLayer(upSampling1d, options, irregular([1, 3, 1]));
    // torch.nn.functional.interpolate(x, scale_factor=3, mode='linear', align_corners=False)
    expectTensor(y, [1, 9, 1], [0, 0, -3, -6, -9, -4.333333, 0.333333, 5, 5]);
  });

  it('is the identity at a size of 1', () => {
    const x = irregular([2, 3, 2]);
    for (const interpolation of ['nearest', 'linear']) {
      const options = { type: 'upSampling1d', size: 1, interpolation };
      expectTensor(runLayer(upSampling1d, options, x).y, [2, 3, 2], [...x.dataSync()]);
    }
  });

  it('multiplies the length', () => {
    expect(shapeAfter(upSampling1d, { type: 'upSampling1d', size: 4 }, [16, 3])).toEqual([64, 3]);
  });

  it('counts the product with its interpolation matrix', () => {
    const linear = { type: 'upSampling1d', interpolation: 'linear' };
    expect(flopsOf(upSampling1d, linear, [5, 3])).toBe(2 * 5 * 10 * 3);
    expect(flopsOf(upSampling1d, { ...linear, size: 1 }, [5, 3])).toBe(0);
    expect(flopsOf(upSampling1d, { type: 'upSampling1d' }, [5, 3])).toBe(0);
  });

  it('refuses an input that is not a sequence', () => {
    expect(refusal(upSampling1d, { type: 'upSampling1d' }, [4, 4, 1])).toEqual(
      new LayerShapeError(
        'upSampling1d reads sequences [length, channels], but its input is [4, 4, 1]',
        'Put a reshape to two axes before it.',
      ),
    );
  });
});
