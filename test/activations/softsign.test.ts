import { describe, expect, it } from 'vitest';
import { softsign } from '../../src/activations/softsign.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'softsign');

describe('softsign', () => {
  it('applies its formula to every element', () => {
    expectTensor(softsign.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.5, 0, 0.666667]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(softsign.range([-1, 2], options)).toEqual([-0.5, 2 / 3]);
    expect(softsign.range([-Infinity, Infinity], options)).toEqual([-1, 1]);
  });
});
