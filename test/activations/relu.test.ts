import { describe, expect, it } from 'vitest';
import { relu } from '../../src/activations/relu.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'relu');

describe('relu', () => {
  it('applies its formula to every element', () => {
    expectTensor(relu.apply(tf.tensor1d([-1, 0, 2]), options), [3], [0, 0, 2]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(relu.range([-1, 2], options)).toEqual([0, 2]);
    expect(relu.range([-Infinity, Infinity], options)).toEqual([0, Infinity]);
  });
});
