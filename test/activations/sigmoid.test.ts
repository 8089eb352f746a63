import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/activations/sigmoid.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'sigmoid');

describe('sigmoid', () => {
  it('applies its formula to every element', () => {
    expectTensor(sigmoid.apply(tf.tensor1d([-1, 0, 2]), options), [3], [0.268941, 0.5, 0.880797]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(sigmoid.range([-1, 2], options)).toEqual([1 / (1 + Math.E), 1 / (1 + Math.exp(-2))]);
    expect(sigmoid.range([-Infinity, Infinity], options)).toEqual([0, 1]);
  });
});
