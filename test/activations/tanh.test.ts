import { describe, expect, it } from 'vitest';
import { tanh } from '../../src/activations/tanh.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'tanh');

describe('tanh', () => {
  it('applies its formula to every element', () => {
    expectTensor(tanh.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.761594, 0, 0.964028]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(tanh.range([-1, 2], options)).toEqual([Math.tanh(-1), Math.tanh(2)]);
    expect(tanh.range([-Infinity, Infinity], options)).toEqual([-1, 1]);
  });
});
