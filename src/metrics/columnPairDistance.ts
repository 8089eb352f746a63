import type { SampleColumn } from '../entries/dataset.js';
import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type ColumnPairDistanceMetric } from '../generated/metrics.js';
import { totalVariation } from './shared/divergence.js';
import {
  columnCategories,
  countsOf,
  isCategorical,
  columnNumbers,
  withoutColumns,
} from './shared/tableColumns.js';

/**
 * Mean distance of the pairs of columns of a table, between 0 and 1: for two columns of numbers half the difference of
 * their correlations; otherwise the total variation of the counts of both together, where numbers fall into ten equal bins
 * between the least and the greatest real one. 1 minus "column pair trends" of SDMetrics.
 * @source Patki, Wedge & Veeramachaneni 2016, "The synthetic data vault"
 */
export const columnPairDistance = defineMetric<ColumnPairDistanceMetric>({
  type: 'columnPairDistance',
  schema: schemas.columnPairDistance,
  better: 'lower',
  unfit: (data) =>
    withoutColumns(data) ?? (data.columns?.length === 1 ? 'they have one column only' : undefined),
  measure({ real, generated, data: { columns = [] } }) {
    const compared = columns.map((column) => comparedColumn(column, real, generated));
    const distances = compared.flatMap((first, i) =>
      compared.slice(i + 1).map((second) => distanceOf(first, second)),
    );
    const value = distances.reduce((sum, each) => sum + each, 0) / distances.length;
    return { value, details: { pairs: distances } };
  },
});

/** One column on both sides. */
interface ComparedColumn {
  /** Its numbers; absent where it has categories. */
  readonly numbers?: readonly [real: Float64Array, generated: Float64Array];
  /** Its categories or bins. */
  readonly bins: readonly [real: Int32Array, generated: Int32Array];
  readonly binCount: number;
}

const numericBins = 10;

function comparedColumn(
  column: SampleColumn,
  real: SampleRows,
  generated: SampleRows,
): ComparedColumn {
  if (isCategorical(column)) {
    const bins = [columnCategories(real, column), columnCategories(generated, column)] as const;
    return { bins, binCount: column.width };
  }
  const numbers = [columnNumbers(real, column), columnNumbers(generated, column)] as const;
  const low = numbers[0].reduce((least, value) => Math.min(least, value), Infinity);
  const high = numbers[0].reduce((most, value) => Math.max(most, value), -Infinity);
  const binOf = (value: number): number => {
    const bin = Math.floor(((value - low) / (high - low || 1)) * numericBins);
    return Math.min(numericBins - 1, Math.max(0, bin));
  };
  const bins = [Int32Array.from(numbers[0], binOf), Int32Array.from(numbers[1], binOf)] as const;
  return { numbers, bins, binCount: numericBins };
}

function distanceOf(first: ComparedColumn, second: ComparedColumn): number {
  if (first.numbers && second.numbers) {
    const real = correlation(first.numbers[0], second.numbers[0]);
    return Math.abs(real - correlation(first.numbers[1], second.numbers[1])) / 2;
  }
  const length = first.binCount * second.binCount;
  const countsOfBoth = (side: 0 | 1): readonly number[] => {
    const others = second.bins[side];
    return countsOf(
      first.bins[side].map((bin, row) => bin * second.binCount + (others[row] ?? 0)),
      length,
    );
  };
  return totalVariation(countsOfBoth(0), countsOfBoth(1));
}

/** Pearson's correlation; 0 where a column has one value only. */
function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    const [dx, dy] = [value - meanX, (y[i] ?? 0) - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  return xx * yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
