import { describe, expect, it } from 'vitest';
import { pixelNorm } from '../../src/layers/pixelNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('pixelNorm', () => {
  it('divides the channels of each pixel by their root mean square', () => {
    const x = tf.tensor3d([3, 4, 0, 2], [1, 2, 2]);
    // Root mean squares √12.5 and √2.
    const [a, b] = [Math.sqrt(12.5), Math.SQRT2];
    expectTensor(
      runLayer(pixelNorm, { type: 'pixelNorm' }, x).y,
      [1, 2, 2],
      [3 / a, 4 / a, 0, 2 / b],
    );
  });

  it('adds epsilon to the mean square', () => {
    const options = { type: 'pixelNorm', epsilon: 2 };
    // Mean square 7 + 2, root 3.
    const x = tf.tensor2d([[Math.sqrt(7), -Math.sqrt(7)]]);
    const third = Math.sqrt(7) / 3;
    expectTensor(runLayer(pixelNorm, options, x).y, [1, 2], [third, -third]);
  });

  it('keeps zero pixels at zero', () => {
    expectTensor(runLayer(pixelNorm, { type: 'pixelNorm' }, tf.zeros([1, 3])).y, [1, 3], [0, 0, 0]);
  });

  it('refuses an input without an axis', () => {
    expect(refusal(pixelNorm, { type: 'pixelNorm' }, [])).toEqual(
      new LayerShapeError(
        'pixelNorm acts on the last axis, but its input has none beside the batch',
        'Put a reshape to [1] before it.',
      ),
    );
  });
});
