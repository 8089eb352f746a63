import type { DatasetDescription, SampleColumn } from '../entries/dataset.js';
import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type TrainOnSyntheticMetric } from '../generated/metrics.js';
import { indexOfLargest } from './shared/indexOfLargest.js';
import { eachNearest } from './shared/neighbours.js';
import { shareWithError } from './shared/share.js';
import {
  columnCategories,
  countsOf,
  isCategorical,
  withoutColumns,
} from './shared/tableColumns.js';

/**
 * Train on synthetic, test on real: the share of real rows whose category in the target column is that of most of their
 * nearest generated rows, by the Euclidean distance of all other columns. Beside it stands what real rows teach, as the
 * value of real samples beside others. Numbers lie between −1 and 1, and each category is a number of its own.
 * @source Esteban, Hyland & Rätsch 2017, arXiv:1706.02633, section 5.2 (the protocol); Cover & Hart 1967, "Nearest neighbor
 *   pattern classification"
 */
export const trainOnSynthetic = defineMetric<TrainOnSyntheticMetric>({
  type: 'trainOnSynthetic',
  schema: schemas.trainOnSynthetic,
  better: 'higher',
  unfit: (data, { target }) => withoutColumns(data) ?? withoutTarget(data, target),
  measure({ real, generated, data }, { target, neighbours }) {
    const column = targetOf(data, target);
    if (!column) return { value: 0 };
    const truth = columnCategories(real, column);
    const taught = columnCategories(generated, column);
    let right = 0;
    eachNearest(without(column, real), without(column, generated), neighbours, (row, nearest) => {
      const votes = countsOf(
        Int32Array.from(nearest, (place) => taught[place] ?? 0),
        column.width,
      );
      if (indexOfLargest(Float32Array.from(votes)) === truth[row]) right += 1;
    });
    const most = Math.max(...countsOf(truth, column.width)) / real.count;
    return { ...shareWithError(right / real.count, real.count), details: { mostFrequent: most } };
  },
});

function targetOf(
  { columns = [] }: DatasetDescription,
  name: string | null,
): SampleColumn | undefined {
  const categorical = columns.filter(isCategorical);
  return name === null ? categorical.at(-1) : categorical.find((column) => column.name === name);
}

/** The reason why there is nothing to tell, or nothing to tell it from. */
function withoutTarget(data: DatasetDescription, name: string | null): string | undefined {
  const { columns = [] } = data;
  if (targetOf(data, name)) {
    return columns.length > 1 ? undefined : 'they have one column, which no other one tells of';
  }
  return name === null
    ? 'none of their columns has categories'
    : `they have no column of categories called "${name}"`;
}

/** Rows without the numbers of a column. */
function without({ start, width }: SampleColumn, rows: SampleRows): SampleRows {
  const rest = rows.width - width;
  const numbers = new Float32Array(rows.count * rest);
  for (let row = 0; row < rows.count; row += 1) {
    const own = rows.numbers.subarray(row * rows.width, (row + 1) * rows.width);
    numbers.set(own.subarray(0, start), row * rest);
    numbers.set(own.subarray(start + width), row * rest + start);
  }
  return { count: rows.count, width: rest, numbers };
}
