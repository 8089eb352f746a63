import type { SampleColumn } from '../entries/dataset.js';
import { defineMetric, type MetricInput } from '../entries/metric.js';
import { schemas, type ColumnDistanceMetric } from '../generated/metrics.js';
import { totalVariation } from './shared/divergence.js';
import { greatestGap } from './shared/greatestGap.js';
import {
  columnCategories,
  countsOf,
  isCategorical,
  columnNumbers,
  withoutColumns,
} from './shared/tableColumns.js';

/**
 * Mean distance of the columns of a table by themselves, between 0 and 1: for numbers the Kolmogorov–Smirnov statistic, the
 * greatest gap between the distribution functions; for categories the total variation, half the sum of the differences of
 * shares. 1 minus "column shapes" of SDMetrics.
 * @source Kolmogorov 1933; Patki, Wedge & Veeramachaneni 2016, "The synthetic data vault"
 */
export const columnDistance = defineMetric<ColumnDistanceMetric>({
  type: 'columnDistance',
  schema: schemas.columnDistance,
  better: 'lower',
  unfit: withoutColumns,
  measure(input) {
    const columns = (input.data.columns ?? []).map((column) => distanceOf(input, column));
    return {
      value: columns.reduce((sum, each) => sum + each, 0) / columns.length,
      details: { columns },
    };
  },
});

function distanceOf({ real, generated }: MetricInput, column: SampleColumn): number {
  if (!isCategorical(column)) {
    return greatestGap(columnNumbers(real, column), columnNumbers(generated, column));
  }
  const [ofReal, ofGenerated] = [real, generated].map((rows) =>
    countsOf(columnCategories(rows, column), column.width),
  );
  return totalVariation(ofReal ?? [], ofGenerated ?? []);
}
