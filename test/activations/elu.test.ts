import { describe, expect, it } from 'vitest';
import { elu } from '../../src/activations/elu.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'elu');

describe('elu', () => {
  it('applies its formula to every element', () => {
    expectTensor(elu.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.632121, 0, 2]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(elu.range([-1, 2], options)).toEqual([Math.expm1(-1), 2]);
    expect(elu.range([-Infinity, Infinity], options)).toEqual([-1, Infinity]);
  });
});
