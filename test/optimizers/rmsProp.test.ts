import { describe, expect, it } from 'vitest';
import { rmsProp } from '../../src/optimizers/rmsProp.js';
import { complete } from '../checks/support/complete.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

describe('rmsProp', () => {
  it('divides each gradient by the root of the moving mean square', () => {
    const options = { type: 'rmsProp', learningRate: 0.1, rho: 0.75, epsilon: 0.5 };
    // v = 0.25·4 = 1, then 0.75 + 0.25·13 = 4, then 3 + 0.25·24 = 9
    const gradients = [2, -Math.sqrt(13), Math.sqrt(24)];
    const first = -(0.1 * 2) / 1.5;
    const second = first + (0.1 * Math.sqrt(13)) / 2.5;
    const third = second - (0.1 * Math.sqrt(24)) / 3.5;
    expectNumbers(parameterPath(rmsProp, options, gradients), [first, second, third], 6);
  });

  it('accumulates a velocity under momentum', () => {
    const options = { type: 'rmsProp', learningRate: 0.1, rho: 0, momentum: 0.5, epsilon: 1 };
    // With rho 0, d = g / (|g| + 1): ½, −¾, ⅘; u = 0.5, then −0.5, then 0.55.
    expectNumbers(parameterPath(rmsProp, options, [1, -3, 4]), [-0.05, 0, -0.055], 6);
  });

  it('divides by the standard deviation if centered', () => {
    const options = { type: 'rmsProp', learningRate: 0.1, rho: 0.5, centered: true, epsilon: 1 };
    // v = 2, 3, 26 and a = 1, −0.5, 3.25, so that v − a² = 1, 2.75, 15.4375.
    const first = -(0.1 * 2) / 2;
    const second = first + (0.1 * 2) / (1 + Math.sqrt(2.75));
    const third = second - (0.1 * 7) / (1 + Math.sqrt(15.4375));
    expectNumbers(parameterPath(rmsProp, options, [2, -2, 7]), [first, second, third], 6);
  });

  it('keeps a velocity only under momentum and a mean only if centered', () => {
    const slotsOf = (options: object) =>
      rmsProp.slots(complete('optimizer', { type: 'rmsProp', ...options }));
    expect(slotsOf({})).toEqual(['v']);
    expect(slotsOf({ momentum: 0.5 })).toEqual(['v', 'velocity']);
    expect(slotsOf({ centered: true })).toEqual(['v', 'mean']);
    const rising = { type: 'linear', from: 0, to: 0.5, steps: 10 };
    expect(slotsOf({ momentum: rising, centered: true })).toEqual(['v', 'mean', 'velocity']);
  });

  it('clips a variance made negative by rounding', () => {
    const options = { type: 'rmsProp', rho: 0.5, centered: true, epsilon: 1 };
    // For equal gradients the variance tends to 0; here v − a² is negative in float32 from the 24th update on.
    const path = parameterPath(rmsProp, options, Array<number>(30).fill(0.3));
    expect(path.every(Number.isFinite)).toBe(true);
  });

  it('makes no step for zero gradients', () => {
    expectNumbers(parameterPath(rmsProp, { type: 'rmsProp' }, [0, 0]), [0, 0]);
  });
});
