import { describe, expect, it } from 'vitest';
import { relu6 } from '../../src/activations/relu6.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'relu6');

describe('relu6', () => {
  it('applies its formula to every element', () => {
    expectTensor(relu6.apply(tf.tensor1d([-1, 0, 2, 7]), options), [4], [0, 0, 2, 6]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(relu6.range([-1, 2], options)).toEqual([0, 2]);
    expect(relu6.range([-Infinity, Infinity], options)).toEqual([0, 6]);
  });
});
