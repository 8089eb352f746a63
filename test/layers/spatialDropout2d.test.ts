import { describe, expect, it } from 'vitest';
import { spatialDropout2d } from '../../src/layers/spatialDropout2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'spatialDropout2d', rate: 0.75 };
const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 2, 2]);
const keep = tf.tensor4d([1, 0, 0, 1], [2, 1, 1, 2], 'bool');

describe('spatialDropout2d', () => {
  it('keeps or drops whole channels and scales those it keeps', () => {
    const { y } = runLayer(spatialDropout2d, options, x, {}, { random: { keep } });
    expectTensor(y, [2, 1, 2, 2], [4, 0, 12, 0, 0, 24, 0, 32]);
  });

  it('draws one number per channel of each image', () => {
    const { random } = runLayer(spatialDropout2d, options, x, {}, { random: { keep } });
    expect(random).toEqual([
      {
        name: 'keep',
        shape: [2, 1, 1, 2],
        distribution: { kind: 'bernoulli', probability: 0.25 },
      },
    ]);
  });

  it('is the identity in inference and at rate 0', () => {
    expect(runLayer(spatialDropout2d, options, x, {}, { training: false }).y).toBe(x);
    expect(runLayer(spatialDropout2d, { ...options, rate: 0 }, x).y).toBe(x);
  });

  it('may exceed the bounds of its input', () => {
    expect(rangeAfter(spatialDropout2d, { ...options, rate: 0.5 }, [-1, 3])).toEqual([-2, 6]);
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(spatialDropout2d, options, [9])).toEqual(
      new LayerShapeError(
        'spatialDropout2d reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
