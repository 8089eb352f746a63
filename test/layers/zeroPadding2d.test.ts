import { describe, expect, it } from 'vitest';
import { zeroPadding2d } from '../../src/layers/zeroPadding2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const type = 'zeroPadding2d';

describe('zeroPadding2d', () => {
  it('pads an image with zeros', () => {
    const x = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    expectTensor(
      runLayer(zeroPadding2d, { type }, x).y,
      [1, 3, 4, 1],
      [0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0],
    );
  });

  it('pads each side by its own number', () => {
    const padding = [
      [1, 0],
      [0, 2],
    ];
    const x = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    const { y } = runLayer(zeroPadding2d, { type, padding }, x);
    expectTensor(y, [1, 2, 4, 1], [0, 0, 0, 0, 1, 2, 0, 0]);
    expect(shapeAfter(zeroPadding2d, { type, padding }, [7, 8, 3])).toEqual([8, 10, 3]);
  });

  it('extends the range of its input by zero', () => {
    expect(rangeAfter(zeroPadding2d, { type }, [1, 3])).toEqual([0, 3]);
    expect(rangeAfter(zeroPadding2d, { type }, [-3, -1])).toEqual([-3, 0]);
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(zeroPadding2d, { type }, [9])).toEqual(
      new LayerShapeError(
        'zeroPadding2d reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
