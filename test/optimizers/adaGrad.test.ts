import { describe, it } from 'vitest';
import { adaGrad } from '../../src/optimizers/adaGrad.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

describe('adaGrad', () => {
  it('divides each gradient by the root of the sum of squares', () => {
    const options = {
      type: 'adaGrad',
      learningRate: 0.1,
      initialAccumulatorValue: 12,
      epsilon: 0.5,
    };
    // Sums 12 + 4 = 16, then 16 + 9 = 25, then 25 + 144 = 169.
    const first = -(0.1 * 2) / 4.5;
    const second = first + (0.1 * 3) / 5.5;
    const third = second - (0.1 * 12) / 13.5;
    expectNumbers(parameterPath(adaGrad, options, [2, -3, 12]), [first, second, third], 6);
  });

  it('starts its sum of squares at 0.1 by default', () => {
    const options = { type: 'adaGrad', learningRate: 1 };
    expectNumbers(parameterPath(adaGrad, options, [1]), [-1 / Math.sqrt(1.1)]);
  });
});
