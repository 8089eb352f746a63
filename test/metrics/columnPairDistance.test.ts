import { describe, expect, it } from 'vitest';
import type { SampleRows } from '../../src/entries/metric.js';
import { columnPairDistance } from '../../src/metrics/columnPairDistance.js';
import { described, expected, inputOf, measured, reasonAgainst, rowsOf } from './support.js';

const numeric = (name: string, start: number) =>
  ({ name, kind: 'numeric', start, width: 1, values: '' }) as const;
const colour = { name: 'colour', kind: 'categorical', start: 1, width: 3, values: '' };

/** One column of numbers with the categories of the script of the independent values, one-hot. */
function withCategories(rows: SampleRows, categories: readonly number[]): SampleRows {
  return rowsOf(
    categories.map((category, i) => [
      rows.numbers[i * rows.width + 1] ?? 0,
      ...[0, 1, 2].map((k) => (k === category ? 1 : 0)),
    ]),
  );
}

describe('columnPairDistance', () => {
  it('of two columns of numbers is half the difference of their correlations by SciPy', () => {
    const data = described([5], { columns: [numeric('x', 0), numeric('y', 1)] });
    const sides = { real: inputOf('real'), generated: inputOf('generated'), data };
    const [real, generated] = expected.correlations;
    expect(measured(columnPairDistance, sides).value).toBeCloseTo((real - generated) / 2, 6);
  });

  it('of numbers and categories is the total variation of bins by NumPy', () => {
    const { categoriesReal, categoriesGenerated } = expected.inputs;
    const sides = {
      real: withCategories(inputOf('real'), categoriesReal),
      generated: withCategories(inputOf('generated'), categoriesGenerated),
      data: described([4], { columns: [numeric('x', 0), colour] }),
    };
    expect(measured(columnPairDistance, sides).value).toBeCloseTo(expected.contingency, 12);
  });

  it('refuses a single column', () => {
    expect(reasonAgainst(columnPairDistance, described([1], { columns: [numeric('x', 0)] }))).toBe(
      'they have one column only',
    );
  });
});
