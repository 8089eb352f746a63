import { describe, expect, it } from 'vitest';
import { upSampling2d } from '../../src/layers/upSampling2d.js';
import { tf } from '../../src/tf.js';
import { runLayer, shapeAfter } from '../battery/support/runLayer.js';
import { expectTensor } from '../battery/support/cpu.js';

const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);

describe('upSampling2d', () => {
  it('makes a block of each pixel', () => {
    const { y } = runLayer(upSampling2d, { type: 'upSampling2d' }, x);
    expectTensor(y, [1, 4, 4, 1], [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
  });

  it('takes height and width apart', () => {
    const { y } = runLayer(upSampling2d, { type: 'upSampling2d', size: [1, 3] }, x);
    expectTensor(y, [1, 2, 6, 1], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(shapeAfter(upSampling2d, { type: 'upSampling2d', size: [1, 3] }, [2, 2, 8])).toEqual([
      2, 6, 8,
    ]);
  });
});
