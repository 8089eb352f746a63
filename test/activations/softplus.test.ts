import { describe, expect, it } from 'vitest';
import { softplus } from '../../src/activations/softplus.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'softplus');

describe('softplus', () => {
  it('applies its formula to every element', () => {
    expectTensor(
      softplus.apply(tf.tensor1d([-1, 0, 2, 100]), options),
      [4],
      [0.313262, 0.693147, 2.126928, 100],
    );
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(softplus.range([-1, 2], options)).toEqual([
      Math.log1p(Math.exp(-1)),
      2 + Math.log1p(Math.exp(-2)),
    ]);
    expect(softplus.range([-Infinity, Infinity], options)).toEqual([0, Infinity]);
  });
});
