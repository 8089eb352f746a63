import { describe, expect, it } from 'vitest';
import type { SampleRows } from '../../src/entries/metric.js';
import { trainOnSynthetic } from '../../src/metrics/trainOnSynthetic.js';
import { described, expected, inputOf, measured, reasonAgainst } from './support.js';

const numeric = (name: string, start: number) =>
  ({ name, kind: 'numeric', start, width: 1, values: '' }) as const;
const columns = [
  numeric('a', 0),
  numeric('b', 1),
  { name: 'kind', kind: 'categorical', start: 2, width: 3, values: '' } as const,
  numeric('c', 5),
  numeric('d', 6),
  numeric('e', 7),
];
const data = described([8], { columns });

/** Five numbers of each row, with a category, one-hot, after the second. */
function table(name: string, kinds: readonly number[]): SampleRows {
  const { count, numbers } = inputOf(name);
  const rows = Array.from({ length: count }, (_, row) => {
    const own = [...numbers.subarray(row * 5, (row + 1) * 5)];
    const oneHot = [0, 1, 2].map((kind) => Number(kind === kinds[row]));
    return [...own.slice(0, 2), ...oneHot, ...own.slice(2)];
  });
  return { count, width: 8, numbers: Float32Array.from(rows.flat()) };
}

const { categoriesReal, categoriesGenerated } = expected.inputs;
const real = table('real', categoriesReal);
const generated = table('generated', categoriesGenerated);

describe('trainOnSynthetic', () => {
  it.each([1, 5] as const)('agrees with scikit-learn for %i neighbours', (neighbours) => {
    const [first, fifth] = expected.toldRight;
    const { value } = measured(trainOnSynthetic, { real, generated, data }, { neighbours });
    expect(value).toBeCloseTo(neighbours === 1 ? first : fifth, 12);
  });

  it('is 1 where the nearest row is the row itself', () => {
    const sides = { real, generated: real, data };
    expect(measured(trainOnSynthetic, sides, { neighbours: 1, target: 'kind' }).value).toBe(1);
  });

  it.each([
    [described([2]), 'they are no table'],
    [described([1], { columns: [numeric('a', 0)] }), 'none of their columns has categories'],
    [
      described([3], {
        columns: [{ name: 'kind', kind: 'categorical', start: 0, width: 3, values: '' }],
      }),
      'they have one column, which no other one tells of',
    ],
  ] as const)('refuses %j', (without, reason) => {
    expect(reasonAgainst(trainOnSynthetic, without)).toBe(reason);
  });
});
