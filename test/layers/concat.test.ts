import { describe, expect, it } from 'vitest';
import { concat } from '../../src/layers/concat.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('concat', () => {
  it('joins along the last axis', () => {
    const inputs = [
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.tensor2d([[10], [30]]),
    ];
    expectTensor(runLayer(concat, { type: 'concat' }, inputs).y, [2, 3], [1, 2, 10, 3, 4, 30]);
  });

  it('joins along a given axis, counted from the batch axis 0', () => {
    const inputs = [tf.tensor3d([1, 2], [1, 1, 2]), tf.tensor3d([3, 4, 5, 6], [1, 2, 2])];
    const options = { type: 'concat', axis: 1 };
    expectTensor(runLayer(concat, options, inputs).y, [1, 3, 2], [1, 2, 3, 4, 5, 6]);
    expect(shapeAfter(concat, options, [1, 2], [2, 2])).toEqual([3, 2]);
  });

  it('keeps the range of its inputs', () => {
    expect(rangeAfter(concat, { type: 'concat' }, [-1, 2])).toEqual([-1, 2]);
  });

  it('refuses inputs whose other sizes differ', () => {
    expect(refusal(concat, { type: 'concat' }, [4, 4, 2], [4, 3, 2])).toEqual(
      new LayerShapeError(
        'concat along axis -1 joins inputs whose other sizes are equal, but has [4, 4, 2] and [4, 3, 2]',
        'Bring them to equal sizes first, or choose another axis.',
        'input',
      ),
    );
  });

  it('refuses the batch axis', () => {
    expect(refusal(concat, { type: 'concat', axis: 0 }, [4], [4])).toEqual(
      new LayerShapeError(
        'concat cannot act on axis 0 of [4], whose axes are 1 to 1',
        'Axes are counted from the batch axis 0, which must be left alone; -1 is the last one.',
        'axis',
      ),
    );
  });
});
