import type { SampleRows } from '../../entries/metric.js';

/** A symmetric matrix `[size, size]`, row by row. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** Mean of each number over the rows. */
export function meanRow({ count, width, numbers }: SampleRows): Float64Array {
  const mean = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) + (numbers[i * width + j] ?? 0);
  }
  return mean.map((sum) => sum / count);
}

/** Covariances of the numbers of a row, with count − 1 as divisor. */
export function covariance(rows: SampleRows, mean: Float64Array): SquareMatrix {
  const { count, width, numbers } = rows;
  const values = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) centred[j] = (numbers[i * width + j] ?? 0) - (mean[j] ?? 0);
    addOuterProduct(values, centred);
  }
  for (let j = 0; j < width; j++) {
    for (let k = 0; k <= j; k++) {
      const value = (values[j * width + k] ?? 0) / (count - 1);
      values[j * width + k] = value;
      values[k * width + j] = value;
    }
  }
  return { size: width, values };
}

/** Adds the products of all pairs to the lower triangle. */
function addOuterProduct(values: Float64Array, row: Float64Array): void {
  for (let j = 0; j < row.length; j++) {
    const factor = row[j] ?? 0;
    if (factor === 0) continue;
    const start = j * row.length;
    for (let k = 0; k <= j; k++)
      values[start + k] = (values[start + k] ?? 0) + factor * (row[k] ?? 0);
  }
}
