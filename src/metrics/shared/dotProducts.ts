import type { SampleRows } from '../../entries/metric.js';

/**
 * Dot products of all rows of x with all rows of y.
 * @param visit Takes the index of a row of x and its products with the rows of y, which the next call overwrites.
 */
export function eachDotProducts(
  x: SampleRows,
  y: SampleRows,
  visit: (row: number, products: Float64Array) => void,
): void {
  const products = new Float64Array(y.count);
  const { width } = x;
  for (let i = 0; i < x.count; i++) {
    fill(x.numbers.subarray(i * width, (i + 1) * width), y, products);
    visit(i, products);
  }
}

/** Four rows at a time, so that each number of the row that is read serves four products. */
function fill(row: Float32Array, { count, width, numbers }: SampleRows, out: Float64Array): void {
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const start = j * width;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let k = 0; k < width; k++) {
      const value = row[k] ?? 0;
      const at = start + k;
      first += value * (numbers[at] ?? 0);
      second += value * (numbers[at + width] ?? 0);
      third += value * (numbers[at + 2 * width] ?? 0);
      fourth += value * (numbers[at + 3 * width] ?? 0);
    }
    out[j] = first;
    out[j + 1] = second;
    out[j + 2] = third;
    out[j + 3] = fourth;
  }
  for (; j < count; j++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (row[k] ?? 0) * (numbers[j * width + k] ?? 0);
    out[j] = sum;
  }
}
