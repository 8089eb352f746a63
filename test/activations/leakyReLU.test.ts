import { describe, expect, it } from 'vitest';
import { leakyReLU } from '../../src/activations/leakyReLU.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'leakyReLU');

describe('leakyReLU', () => {
  it('applies its formula to every element', () => {
    expectTensor(leakyReLU.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.3, 0, 2]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(leakyReLU.range([-1, 2], options)).toEqual([-0.3, 2]);
    expect(leakyReLU.range([-Infinity, Infinity], options)).toEqual([-Infinity, Infinity]);
  });

  it('multiplies all values by a gain', () => {
    const gained = complete('activation', { type: 'leakyReLU', alpha: 0.2, gain: 2 });
    expectTensor(leakyReLU.apply(tf.tensor1d([-1, 0, 2]), gained), [3], [-0.4, 0, 4]);
    expect(leakyReLU.range([-1, 2], gained)).toEqual([-0.4, 4]);
    const scheduled = { ...gained, gain: tf.scalar(3) };
    expectTensor(leakyReLU.apply(tf.tensor1d([-1, 2]), scheduled), [2], [-0.6, 6]);
  });

  it('takes a scheduled alpha', () => {
    const scheduled = { ...options, alpha: tf.scalar(0.25) };
    expectTensor(leakyReLU.apply(tf.tensor1d([-1, 2]), scheduled), [2], [-0.25, 2]);
  });
});
