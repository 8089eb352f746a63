import { describe, expect, it } from 'vitest';
import { cropping2d } from '../../src/layers/cropping2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const type = 'cropping2d';
const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);

describe('cropping2d', () => {
  it('crops every side by one number', () => {
    expectTensor(runLayer(cropping2d, { type, cropping: 1 }, x).y, [1, 1, 1, 1], [5]);
  });

  it('crops each side by its own number', () => {
    const cropping = [
      [1, 0],
      [0, 2],
    ];
    expectTensor(runLayer(cropping2d, { type, cropping }, x).y, [1, 2, 1, 1], [4, 7]);
    expect(shapeAfter(cropping2d, { type, cropping }, [7, 8, 3])).toEqual([6, 6, 3]);
  });

  it('refuses to crop the whole image', () => {
    const cropping = [
      [0, 0],
      [1, 3],
    ];
    expect(refusal(cropping2d, { type, cropping }, [7, 4, 3])).toEqual(
      new LayerShapeError(
        'cropping2d cuts off 1 and 3 of 4 columns, which leaves none',
        'Cut off fewer than 4 columns in all.',
        'cropping',
      ),
    );
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(cropping2d, { type, cropping: 1 }, [9])).toEqual(
      new LayerShapeError(
        'cropping2d reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
