import { describe, expect, it } from 'vitest';
import { resampling } from '../../../src/datasets/images/resampling.js';

/** Resamples numbers along one axis. */
function resample(numbers: readonly number[], to: number): number[] {
  return resampling(numbers.length, to).map((weights) =>
    weights.reduce((sum, { index, weight }) => sum + weight * (numbers[index] ?? NaN), 0),
  );
}

describe('resampling', () => {
  it('averages whole positions for an integer divisor of the size', () => {
    expect(resample([1, 3, 10, 20], 2)).toEqual([2, 15]);
  });

  it('weights a position by its overlap', () => {
    // Two outputs of 1.5 inputs each: (3·1 + 6·½)/1.5 and (6·½ + 9·1)/1.5.
    const [first, second] = resample([3, 6, 9], 2);
    expect(first).toBeCloseTo(4, 12);
    expect(second).toBeCloseTo(8, 12);
  });

  it('interpolates linearly between centres when enlarging, and is constant beyond the outermost', () => {
    // Output centres lie at −¼, ¼, ¾, 1¼ of the input.
    expect(resample([0, 8], 4)).toEqual([0, 2, 6, 8]);
  });

  it('repeats the only position', () => {
    expect(resample([7], 3)).toEqual([7, 7, 7]);
  });

  it.each([
    [28, 32],
    [28, 20],
    [7, 64],
    [1000, 3],
  ])('has weights with sum 1 from %i to %i', (from, to) => {
    for (const weights of resampling(from, to)) {
      expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(weights.every(({ index }) => index >= 0 && index < from)).toBe(true);
    }
  });
});
