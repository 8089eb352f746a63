import { describe, expect, it } from 'vitest';
import { adam } from '../../src/optimizers/adam.js';
import { complete } from '../checks/support/complete.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const gradients = [0.5, -1, 0.25];

describe('adam', () => {
  it('makes a first step of the learning rate for gradients of any size', () => {
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

  it('adds epsilon outside the root and after the bias correction', () => {
    const options = { type: 'adam', learningRate: 1, epsilon: 1 };
    // m̂ = 0.5, √v̂ = 0.5: a step of 0.5 / (0.5 + 1)
    expectNumbers(parameterPath(adam, options, [0.5]), [-1 / 3]);
  });

  it('divides by the root of the maximal mean square under amsgrad', () => {
    const options = {
      type: 'adam',
      amsgrad: true,
      learningRate: 1,
      beta1: 0,
      beta2: 0.5,
      epsilon: 1,
    };
    // v = 8, then 4, then 2.5; the maximum stays 8, and 8 / (1 − 0.5ᵗ) is 16 at t = 1 and 64/7 at t = 3.
    const third = 0.8 + 1 / (1 + Math.sqrt(64 / 7));
    expectNumbers(parameterPath(adam, options, [4, 0, 1]), [-0.8, -0.8, -third], 6);
  });

  it('keeps the maximal mean square only under amsgrad', () => {
    expect(adam.slots(complete('optimizer', 'adam'))).toEqual(['m', 'v']);
    expect(adam.slots(complete('optimizer', { type: 'adam', amsgrad: true }))).toEqual([
      'm',
      'v',
      'vMax',
    ]);
  });

  it('makes no step for zero gradients', () => {
    expectNumbers(parameterPath(adam, { type: 'adam' }, [0, 0]), [0, 0]);
  });
});
