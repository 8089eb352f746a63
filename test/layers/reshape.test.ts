import { describe, expect, it } from 'vitest';
import { reshape } from '../../src/layers/reshape.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { type Options, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const to = (...shape: number[]): Options => ({
  type: 'reshape',
  shape,
});

describe('reshape', () => {
  it('keeps the row-major order of the values', () => {
    const x = tf.tensor2d([[1, 2, 3, 4, 5, 6]]);
    expectTensor(runLayer(reshape, to(3, -1), x).y, [1, 3, 2], [1, 2, 3, 4, 5, 6]);
  });

  it('computes an open size', () => {
    expect(shapeAfter(reshape, to(7, 7, -1), [12544])).toEqual([7, 7, 256]);
  });

  it('refuses a shape with a different number of values', () => {
    expect(refusal(reshape, to(7, 7, 256), [100])).toEqual(
      new LayerShapeError(
        'reshape to [7, 7, 256] needs 12544 values, but its input [100] has 100',
        'Let the layer before it give 12544 values, or choose a shape of 100 values.',
        'shape',
      ),
    );
  });

  it('refuses an open size that would be fractional', () => {
    expect(refusal(reshape, to(7, -1), [100])).toEqual(
      new LayerShapeError(
        'reshape to [7, -1] needs a multiple of 7 values, but its input [100] has 100',
        'Let the layer before it give a multiple of 7 values, or choose a shape of 100 values.',
        'shape',
      ),
    );
  });

  it('refuses two open sizes', () => {
    expect(refusal(reshape, to(-1, -1), [100])).toEqual(
      new LayerShapeError(
        'reshape to [-1, -1] leaves 2 sizes open',
        'Write -1 for one size at most; it is computed from the others.',
        'shape',
      ),
    );
  });
});
