import { describe, expect, it } from 'vitest';
import { columnDistance } from '../../src/metrics/columnDistance.js';
import { greatestGap } from '../../src/metrics/shared/greatestGap.js';
import { described, expected, inputOf, measured, reasonAgainst, rowsOf } from './support.js';

describe('greatestGap', () => {
  it('agrees with SciPy', () => {
    const first = (name: string): Float64Array => {
      const { numbers, width } = inputOf(name);
      return Float64Array.from(numbers.filter((_, i) => i % width === 0));
    };
    expect(greatestGap(first('real'), first('generated'))).toBeCloseTo(
      expected.kolmogorovSmirnov,
      12,
    );
  });

  it('counts equal numbers on both sides together', () => {
    expect(greatestGap(Float64Array.of(1, 1, 2), Float64Array.of(1, 2, 2))).toBeCloseTo(1 / 3, 12);
  });
});

describe('columnDistance', () => {
  it('is the mean over columns of numbers, of numbers that may be missing, and of categories', () => {
    const columns = [
      { name: 'size', kind: 'numeric', start: 0, width: 1, values: '' },
      { name: 'age', kind: 'numeric', start: 1, width: 2, values: '' },
      { name: 'colour', kind: 'categorical', start: 3, width: 2, values: '' },
    ];
    const data = described([5], { columns });
    const real = rowsOf([
      [0, 0.5, -1, 1, 0],
      [1, 0.5, -1, 0, 1],
    ]);
    const generated = rowsOf([
      [0, 0.5, -1, 0.9, 0.1],
      [-1, 0, 1, 0.6, 0.4],
    ]);
    // ½ of real sizes lie above all generated ones; one age is missing; shares of colours ½, ½ and 1, 0.
    expect(measured(columnDistance, { real, generated, data })).toEqual({
      value: 0.5,
      details: { columns: [0.5, 0.5, 0.5] },
    });
  });

  it('refuses what is no table', () => {
    expect(reasonAgainst(columnDistance, described([2]))).toBe('they are no table');
  });
});
