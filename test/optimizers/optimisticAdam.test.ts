import { describe, it } from 'vitest';
import { optimisticAdam } from '../../src/optimizers/optimisticAdam.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

describe('optimisticAdam', () => {
  it('steps twice along the current direction, minus the last one', () => {
    const options = { type: 'optimisticAdam', learningRate: 0.1, beta1: 0, beta2: 0, epsilon: 1 };
    // With betas of 0, u = g / (|g| + 1): ½, −¾, ⅘. Steps of 2·½, then 2·(−¾) − ½, then 2·⅘ + ¾.
    expectNumbers(
      parameterPath(optimisticAdam, options, [1, -3, 4]),
      [-0.1, -0.1 + 0.2, -0.1 + 0.2 - 0.235],
      6,
    );
  });

  it('follows Algorithm 1 of the paper, computed in float64', () => {
    const [learningRate, beta1, beta2, epsilon] = [0.1, 0.5, 0.9, 1e-2];
    let [m, v, last, parameter] = [0, 0, 0, 0];
    const gradients = [0.5, -1, 0.25];
    const expected = gradients.map((gradient, index) => {
      m = beta1 * m + (1 - beta1) * gradient;
      v = beta2 * v + (1 - beta2) * gradient ** 2;
      const mHat = m / (1 - beta1 ** (index + 1));
      const vHat = v / (1 - beta2 ** (index + 1));
      const direction = mHat / (Math.sqrt(vHat) + epsilon);
      parameter += -2 * learningRate * direction + learningRate * last;
      last = direction;
      return parameter;
    });
    const options = { type: 'optimisticAdam', learningRate, beta1, beta2, epsilon };
    expectNumbers(parameterPath(optimisticAdam, options, gradients), expected, 6);
  });
});
