import { describe, expect, it } from 'vitest';
import { upSampling2d } from '../../src/layers/upSampling2d.js';
import { tf } from '../../src/tf.js';
import { flopsOf, rangeAfter, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);

describe('upSampling2d', () => {
  it('repeats each pixel in a block', () => {
    const { y } = runLayer(upSampling2d, { type: 'upSampling2d' }, x);
    expectTensor(y, [1, 4, 4, 1], [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
  });

  it('treats height and width separately', () => {
    const { y } = runLayer(upSampling2d, { type: 'upSampling2d', size: [1, 3] }, x);
    expectTensor(y, [1, 2, 6, 1], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(shapeAfter(upSampling2d, { type: 'upSampling2d', size: [1, 3] }, [2, 2, 8])).toEqual([
      2, 6, 8,
    ]);
  });

  it('interpolates linearly between pixel centres if bilinear', () => {
    const row = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    const options = { type: 'upSampling2d', interpolation: 'bilinear' };
    // Output centres lie at −¼, ¼, ¾ and 1¼ of the input; beyond the outermost input centres values are constant.
    expectTensor(
      runLayer(upSampling2d, options, row).y,
      [1, 2, 4, 1],
      [1, 1.25, 1.75, 2, 1, 1.25, 1.75, 2],
    );
  });

  it('upsamples each axis by its own factor as PyTorch does', () => {
    const options = { type: 'upSampling2d', size: [2, 3], interpolation: 'bilinear' };
    const { y } = runLayer(upSampling2d, options, irregular([1, 2, 3, 1]));
    // torch.nn.functional.interpolate(x, scale_factor=(2, 3), mode='bilinear', align_corners=False)
    expectTensor(
      y,
      [1, 4, 9, 1],
      [
        0, 0, -3, -6, -9, -4.333333, 0.333333, 5, 5, -1, -1, -2.083333, -3.166667, -4.25, -1.5,
        1.25, 4, 4, -3, -3, -0.25, 2.5, 5.25, 4.166667, 3.083333, 2, 2, -4, -4, 0.666667, 5.333333,
        10, 7, 4, 1, 1,
      ],
    );
  });

  it('interpolates each channel separately if bilinear', () => {
    const options = { type: 'upSampling2d', interpolation: 'bilinear' };
    const both = tf.tensor4d([1, 10, 2, 30], [1, 1, 2, 2]);
    const { y } = runLayer(upSampling2d, { ...options, size: [1, 2] }, both);
    expectTensor(y, [1, 1, 4, 2], [1, 10, 1.25, 15, 1.75, 25, 2, 30]);
  });

  it('counts the products with both interpolation matrices, and nothing for a factor of 1', () => {
    const bilinear = { type: 'upSampling2d', interpolation: 'bilinear' };
    // Columns: 3 · 8 · 2 values, each a sum of 4 products; rows: 6 · 8 · 2 values of 3 products.
    expect(flopsOf(upSampling2d, bilinear, [3, 4, 2])).toBe(2 * 4 * 48 + 2 * 3 * 96);
    expect(flopsOf(upSampling2d, { ...bilinear, size: [1, 2] }, [3, 4, 2])).toBe(2 * 4 * 48);
    expect(flopsOf(upSampling2d, { type: 'upSampling2d' }, [3, 4, 2])).toBe(0);
  });

  it('keeps the range of its input', () => {
    const bilinear = { type: 'upSampling2d', interpolation: 'bilinear' };
    expect(rangeAfter(upSampling2d, bilinear, [-1, 3])).toEqual([-1, 3]);
  });
});
