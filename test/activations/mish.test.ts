import { describe, expect, it } from 'vitest';
import { mish } from '../../src/activations/mish.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'mish');

describe('mish', () => {
  it('applies its formula to every element', () => {
    expectTensor(mish.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.303401, 0, 1.943959]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(mish.range([-1, 2], options)).toEqual([
      expect.closeTo(-0.3034015, 6),
      expect.closeTo(1.943959, 6),
    ]);
    expect(mish.range([-Infinity, -5], options)).toEqual([expect.closeTo(-0.0335762, 6), 0]);
  });

  it('has its minimum, -0.308843, at -1.192431', () => {
    const minimum = expect.closeTo(-0.308843, 6) as unknown;
    expect(mish.range([-Infinity, Infinity], options)).toEqual([minimum, Infinity]);
    expectTensor(mish.apply(tf.tensor1d([-1.192431]), options), [1], [-0.308843]);
  });
});
