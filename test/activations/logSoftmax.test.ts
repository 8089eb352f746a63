import { describe, expect, it } from 'vitest';
import { logSoftmax } from '../../src/activations/logSoftmax.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = complete('activation', 'logSoftmax');

describe('logSoftmax', () => {
  it('makes logarithms of shares of 1 along the last axis', () => {
    // e^log n = n: 1, 2 and 5 of 8, then 3 and 4 and 1 of 8.
    const x = tf.tensor2d([
      [0, Math.log(2), Math.log(5)],
      [Math.log(3), Math.log(4), 0],
    ]);
    const shares = [1 / 8, 2 / 8, 5 / 8, 3 / 8, 4 / 8, 1 / 8];
    expectTensor(logSoftmax.apply(x, options), [2, 3], shares.map(Math.log));
  });

  it('neither overflows nor loses a small share', () => {
    const half = -Math.log(2);
    const y = logSoftmax.apply(tf.tensor1d([1000, 1000, -1000]), options);
    expectTensor(y, [3], [half, half, half - 2000], 3);
  });

  it('lies below zero whatever it is given', () => {
    expect(logSoftmax.acrossLastAxis).toBe(true);
    expect(logSoftmax.range([-1, 2], options)).toEqual([-Infinity, 0]);
  });
});
