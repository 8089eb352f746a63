import { describe, expect, it } from 'vitest';
import { softsign } from '../../src/activations/softsign.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'softsign');

describe('softsign', () => {
  it('is the function of each value', () => {
    expectTensor(softsign.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.5, 0, 0.666667]);
  });

  it('bounds its values by the function of the bounds', () => {
    expect(softsign.range([-1, 2], options)).toEqual([-0.5, 2 / 3]);
    expect(softsign.range([-Infinity, Infinity], options)).toEqual([-1, 1]);
  });
});
