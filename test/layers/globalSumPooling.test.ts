import { describe, expect, it } from 'vitest';
import { globalSumPooling } from '../../src/layers/globalSumPooling.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { flopsOf, rangeAfter, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'globalSumPooling' };

describe('globalSumPooling', () => {
  it('takes the sum of each channel of an image', () => {
    const x = tf.tensor4d([1, -1, 2, -2, 3, -3, 6, -6, 0, 5, 0, 6, 0, 7, 4, 8], [2, 2, 2, 2]);
    expectTensor(runLayer(globalSumPooling, options, x).y, [2, 2], [12, -12, 4, 26]);
  });

  it('takes the sum of each channel of a sequence', () => {
    const x = tf.tensor3d([1, -1, 2, -2, 6, -6], [1, 3, 2]);
    expectTensor(runLayer(globalSumPooling, options, x).y, [1, 2], [9, -9]);
  });

  it('reduces its input to the channels', () => {
    expect(shapeAfter(globalSumPooling, options, [7, 7, 128])).toEqual([128]);
    expect(shapeAfter(globalSumPooling, options, [16, 8])).toEqual([8]);
  });

  it('counts one operation per input value', () => {
    expect(flopsOf(globalSumPooling, options, [7, 7, 128])).toBe(49 * 128);
  });

  it('has no bounded output range', () => {
    expect(rangeAfter(globalSumPooling, options, [-1, 2])).toEqual([-Infinity, Infinity]);
  });

  it('refuses an input without spatial axes', () => {
    expect(refusal(globalSumPooling, options, [100])).toEqual(
      new LayerShapeError(
        'globalSumPooling reads images [height, width, channels] or sequences [length, channels], but its input is [100]',
        'Put a reshape before it.',
      ),
    );
  });
});
