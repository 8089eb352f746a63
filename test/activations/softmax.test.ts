import { describe, expect, it } from 'vitest';
import { softmax } from '../../src/activations/softmax.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = complete('activation', 'softmax');

describe('softmax', () => {
  it('gives probabilities along the last axis', () => {
    // e^log n = n: 1, 2 and 5 eighths, then 3 and 4 sevenths and 0.
    const x = tf.tensor2d([
      [0, Math.log(2), Math.log(5)],
      [Math.log(3), Math.log(4), -Infinity],
    ]);
    expectTensor(softmax.apply(x, options), [2, 3], [1 / 8, 2 / 8, 5 / 8, 3 / 7, 4 / 7, 0]);
  });

  it('does not overflow', () => {
    expectTensor(softmax.apply(tf.tensor1d([1000, 1000, -1000]), options), [3], [0.5, 0.5, 0]);
  });

  it('acts on each pixel of an image independently', () => {
    expectTensor(
      softmax.apply(tf.tensor4d([0, 0, Math.log(3), 0], [1, 1, 2, 2]), options),
      [1, 1, 2, 2],
      [0.5, 0.5, 0.75, 0.25],
    );
  });

  it('has the output range from 0 to 1', () => {
    expect(softmax.acrossLastAxis).toBe(true);
    expect(softmax.range([-1, 2], options)).toEqual([0, 1]);
  });
});
