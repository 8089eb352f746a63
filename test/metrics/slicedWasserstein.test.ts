import { describe, expect, it } from 'vitest';
import { slicedWasserstein } from '../../src/metrics/slicedWasserstein.js';
import { squaredTransport } from '../../src/metrics/shared/squaredTransport.js';
import { expected, inputOf, measured, rowsOf } from './support.js';

describe('squaredTransport', () => {
  it('pairs sorted numbers', () => {
    expect(squaredTransport(Float64Array.of(0, 1), Float64Array.of(1, 3))).toBe((1 + 4) / 2);
  });

  it('splits numbers where the sides are not equally many', () => {
    // 0 goes to 1; half of 3 goes to 1 and the other half stays… of two and one numbers: ((0 − 1)² + (3 − 1)²) / 2.
    expect(squaredTransport(Float64Array.of(0, 3), Float64Array.of(1))).toBe(2.5);
    // Thirds against halves: 1/3 · (0 − 0)² + 1/6 · (1 − 0)² + 1/6 · (1 − 2)² + 1/3 · (2 − 2)².
    const third = squaredTransport(Float64Array.of(0, 1, 2), Float64Array.of(0, 2));
    expect(third).toBeCloseTo(1 / 3, 12);
  });
});

describe('slicedWasserstein', () => {
  it('of a shift is the shift along one axis', () => {
    const sides = { real: rowsOf([[0], [1]]), generated: rowsOf([[5], [6]]) };
    expect(measured(slicedWasserstein, sides).value).toBeCloseTo(5, 6);
  });

  it('of a shift in the plane is its length by √2, within the error of 4000 directions', () => {
    const sides = { real: rowsOf([[0, 0]]), generated: rowsOf([[3, 4]]) };
    const { value } = measured(slicedWasserstein, sides, { projections: 4000 });
    // The mean of (5 cos)² is 12.5, with a standard deviation of 25/√8 = 8.8, by √4000: 1.1 % of it.
    expect(value ** 2 / 12.5).toBeCloseTo(1, 1);
  });

  it('agrees with the integral over directions by NumPy', () => {
    const sides = { real: inputOf('pointsReal'), generated: inputOf('pointsGenerated') };
    const { value } = measured(slicedWasserstein, sides, { projections: 20_000 });
    expect(value / expected.sliced).toBeCloseTo(1, 2);
  });
});
