import { describe, expect, it } from 'vitest';
import { permute } from '../../src/layers/permute.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const type = 'permute';

describe('permute', () => {
  it('swaps the axes of a sequence and keeps the batch axis', () => {
    const x = tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 3, 2]);
    const { y } = runLayer(permute, { type, dims: [2, 1] }, x);
    expectTensor(y, [2, 2, 3], [1, 3, 5, 2, 4, 6, 7, 9, 11, 8, 10, 12]);
  });

  it('takes the axes of the input in the order of dims', () => {
    expect(shapeAfter(permute, { type, dims: [3, 1, 2] }, [7, 8, 3])).toEqual([3, 7, 8]);
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 1, 2, 3]);
    const { y } = runLayer(permute, { type, dims: [3, 1, 2] }, x);
    expectTensor(y, [1, 3, 1, 2], [1, 4, 2, 5, 3, 6]);
  });

  it('refuses too few, too many or missing axes', () => {
    const error = (dims: string): LayerShapeError =>
      new LayerShapeError(
        `permute takes the axes ${dims}, but its input [7, 8] has the axes 1, 2`,
        'Name every axis once, counted from 1 without the batch axis.',
        'dims',
      );
    expect(refusal(permute, { type, dims: [1] }, [7, 8])).toEqual(error('1'));
    expect(refusal(permute, { type, dims: [2, 3, 1] }, [7, 8])).toEqual(error('2, 3, 1'));
    expect(refusal(permute, { type, dims: [1, 3] }, [7, 8])).toEqual(error('1, 3'));
  });
});
