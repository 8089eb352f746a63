import { describe, it } from 'vitest';
import { rmsProp } from '../../src/optimizers/rmsProp.js';
import { parameterPath } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

describe('rmsProp', () => {
  it('divides each gradient by the root of the running mean square', () => {
    const options = { type: 'rmsProp', learningRate: 0.1, rho: 0.75, epsilon: 0.5 };
    // v = 0.25·4 = 1, then 0.75 + 0.25·13 = 4, then 3 + 0.25·24 = 9
    const gradients = [2, -Math.sqrt(13), Math.sqrt(24)];
    const first = -(0.1 * 2) / 1.5;
    const second = first + (0.1 * Math.sqrt(13)) / 2.5;
    const third = second - (0.1 * Math.sqrt(24)) / 3.5;
    expectNumbers(parameterPath(rmsProp, options, gradients), [first, second, third], 6);
  });

  it('stands still under gradients of zero', () => {
    expectNumbers(parameterPath(rmsProp, { type: 'rmsProp' }, [0, 0]), [0, 0]);
  });
});
