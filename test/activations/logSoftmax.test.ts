import { describe, expect, it } from 'vitest';
import { logSoftmax } from '../../src/activations/logSoftmax.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = complete('activation', 'logSoftmax');

describe('logSoftmax', () => {
  it('gives log-probabilities along the last axis', () => {
    // e^log n = n: probabilities 1, 2 and 5 eighths, then 3, 4 and 1 eighths.
    const x = tf.tensor2d([
      [0, Math.log(2), Math.log(5)],
      [Math.log(3), Math.log(4), 0],
    ]);
    const probabilities = [1 / 8, 2 / 8, 5 / 8, 3 / 8, 4 / 8, 1 / 8];
    expectTensor(logSoftmax.apply(x, options), [2, 3], probabilities.map(Math.log));
  });

  it('neither overflows nor rounds small probabilities to zero', () => {
    const half = -Math.log(2);
    const y = logSoftmax.apply(tf.tensor1d([1000, 1000, -1000]), options);
    expectTensor(y, [3], [half, half, half - 2000], 3);
  });

  it('has the output range from −∞ to 0', () => {
    expect(logSoftmax.acrossLastAxis).toBe(true);
    expect(logSoftmax.range([-1, 2], options)).toEqual([-Infinity, 0]);
  });
});
