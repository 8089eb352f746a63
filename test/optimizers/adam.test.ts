import { describe, it } from 'vitest';
import { adam } from '../../src/optimizers/adam.js';
import { parameterPath } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

const gradients = [0.5, -1, 0.25];

describe('adam', () => {
  it('makes a first step of the learning rate whatever the size of the gradient', () => {
    const options = { type: 'adam', learningRate: 0.1 };
    expectNumbers(parameterPath(adam, options, [1e-3]), [-0.1], 4);
    expectNumbers(parameterPath(adam, options, [-50]), [0.1], 4);
  });

  it('follows Algorithm 1 of the paper, computed in float64', () => {
    const [learningRate, beta1, beta2, epsilon] = [0.1, 0.5, 0.9, 1e-2];
    let [m, v, parameter] = [0, 0, 0];
    const expected = gradients.map((gradient, index) => {
      m = beta1 * m + (1 - beta1) * gradient;
      v = beta2 * v + (1 - beta2) * gradient ** 2;
      const mHat = m / (1 - beta1 ** (index + 1));
      const vHat = v / (1 - beta2 ** (index + 1));
      parameter -= (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
      return parameter;
    });
    const options = { type: 'adam', learningRate, beta1, beta2, epsilon };
    expectNumbers(parameterPath(adam, options, gradients), expected, 6);
  });

  it('keeps epsilon outside of the root and after the bias correction', () => {
    const options = { type: 'adam', learningRate: 1, epsilon: 1 };
    // m̂ = 0.5, √v̂ = 0.5: a step of 0.5 / (0.5 + 1)
    expectNumbers(parameterPath(adam, options, [0.5]), [-1 / 3]);
  });

  it('stands still under gradients of zero', () => {
    expectNumbers(parameterPath(adam, { type: 'adam' }, [0, 0]), [0, 0]);
  });
});
