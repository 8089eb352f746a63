/** The columns of a table, as metrics compare them. */
import type { DatasetDescription, SampleColumn } from '../../entries/dataset.js';
import type { SampleRows } from '../../entries/metric.js';
import { indexOfLargest } from './indexOfLargest.js';

/** The reason why data have no columns. */
export function withoutColumns({ columns }: DatasetDescription): string | undefined {
  return columns ? undefined : 'they are no table';
}

/** True for a column whose numbers stand for categories. */
export function isCategorical({ kind }: SampleColumn): boolean {
  return kind === 'categorical';
}

/** The categories of a column, by index: the largest of the numbers of each row. */
export function columnCategories(rows: SampleRows, { start, width }: SampleColumn): Int32Array {
  return Int32Array.from({ length: rows.count }, (_, row) => {
    const at = row * rows.width + start;
    const values = rows.numbers.subarray(at, at + width);
    return indexOfLargest(values);
  });
}

/** The numbers of a column; a value that is missing, which a second number above 0 tells, lies below all others. */
export function columnNumbers(rows: SampleRows, { start, width }: SampleColumn): Float64Array {
  return Float64Array.from({ length: rows.count }, (_, row) => {
    const at = row * rows.width + start;
    const isMissing = width > 1 && (rows.numbers[at + 1] ?? 0) > 0;
    return isMissing ? missing : (rows.numbers[at] ?? 0);
  });
}

/** Below all values of a column, which lie between −1 and 1; generators may go a little beyond. */
const missing = -2;

/** Number of rows of each category. */
export function countsOf(categories: Int32Array, length: number): readonly number[] {
  const counts = Array.from({ length }, () => 0);
  for (const category of categories) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}
