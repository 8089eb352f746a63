import { describe, it } from 'vitest';
import { lion } from '../../src/optimizers/lion.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = { type: 'lion', learningRate: 0.5, beta1: 0.5, beta2: 0.75 };

describe('lion', () => {
  it('steps by the learning rate along the sign of the interpolated gradient', () => {
    // c = 2, then 0.5 − 0.25 > 0, then 0.3125 − 2 < 0; m = 1, then 0.625, then −0.53125.
    expectNumbers(parameterPath(lion, options, [4, -0.5, -4]), [-0.5, -1, -0.5]);
  });

  it('interpolates the sign with beta1 and updates the moving average with beta2', () => {
    // m = 1 after the first step: c = 0.5 − 0.55 < 0 although 0.75 − 0.275 > 0.
    expectNumbers(parameterPath(lion, options, [4, -1.1]), [-0.5, 0]);
  });

  it('adds decoupled weight decay', () => {
    const decaying = { ...options, weightDecay: 0.5 };
    // 8 − 0.5·(1 + 4), then 5.5 − 0.5·(1 + 2.75), then 3.625 − 0.5·(1 + 1.8125)
    expectNumbers(parameterPath(lion, decaying, [1, 1, 1], 8), [5.5, 3.625, 2.21875]);
  });
});
