import { describe, it } from 'vitest';
import { adamW } from '../../src/optimizers/adamW.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

describe('adamW', () => {
  it('adds decoupled weight decay to the steps of Adam, as computed in float64', () => {
    const [learningRate, beta1, beta2, epsilon, weightDecay] = [0.1, 0.5, 0.75, 0.01, 0.5];
    let [m, v, parameter] = [0, 0, 2];
    const expected = [0.5, -1, 0.25].map((gradient, index) => {
      m = beta1 * m + (1 - beta1) * gradient;
      v = beta2 * v + (1 - beta2) * gradient ** 2;
      const mHat = m / (1 - beta1 ** (index + 1));
      const vHat = v / (1 - beta2 ** (index + 1));
      parameter *= 1 - learningRate * weightDecay;
      parameter -= (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
      return parameter;
    });
    const options = { type: 'adamW', learningRate, beta1, beta2, epsilon, weightDecay };
    expectNumbers(parameterPath(adamW, options, [0.5, -1, 0.25], 2), expected, 6);
  });

  it('shrinks parameters also for zero gradients', () => {
    const options = { type: 'adamW', learningRate: 0.5, weightDecay: 0.5 };
    // By the factor 1 − 0.5·0.5 in each step.
    expectNumbers(parameterPath(adamW, options, [0, 0, 0], 64), [48, 36, 27]);
  });
});
