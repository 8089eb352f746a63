import { describe, expect, it } from 'vitest';
import { linear } from '../../src/activations/linear.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'linear');

describe('linear', () => {
  it('applies its formula to every element', () => {
    expectTensor(linear.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-1, 0, 2]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(linear.range([-1, 2], options)).toEqual([-1, 2]);
    expect(linear.range([-Infinity, Infinity], options)).toEqual([-Infinity, Infinity]);
  });
});
