/** Nearest neighbours among rows, and the balls around them. */
import type { SampleRows } from '../../entries/metric.js';
import { eachDotProducts } from './dotProducts.js';

/** Squared distances between all rows of x and all rows of y. @param visit As of `eachDotProducts`. */
export function eachDistances(
  x: SampleRows,
  y: SampleRows,
  visit: (row: number, squares: Float64Array) => void,
): void {
  const [ofX, ofY] = [squaredNorms(x), squaredNorms(y)];
  eachDotProducts(x, y, (row, products) => {
    const own = ofX[row] ?? 0;
    for (let j = 0; j < products.length; j++) {
      products[j] = Math.max(0, own + (ofY[j] ?? 0) - 2 * (products[j] ?? 0));
    }
    visit(row, products);
  });
}

/** Squared distance of each row to its k-th nearest other one. */
export function squaredRadii(rows: SampleRows, k: number): Float64Array {
  const radii = new Float64Array(rows.count);
  eachDistances(rows, rows, (row, squares) => {
    // A row is no neighbour of its own.
    squares[row] = Infinity;
    radii[row] = kthSmallest(squares, k);
  });
  return radii;
}

/**
 * The places in y of the k nearest rows of each row of x, nearest first; of equal ones the first.
 * @param visit Takes the index of a row of x and those places.
 */
export function eachNearest(
  x: SampleRows,
  y: SampleRows,
  k: number,
  visit: (row: number, places: readonly number[]) => void,
): void {
  eachDistances(x, y, (row, squares) => {
    const places: number[] = [];
    for (let place = 0; place < squares.length; place++) {
      const square = squares[place] ?? 0;
      if (places.length === k && square >= (squares[places[k - 1] ?? 0] ?? 0)) continue;
      const before = places.findIndex((other) => (squares[other] ?? 0) > square);
      places.splice(before < 0 ? places.length : before, 0, place);
      places.length = Math.min(places.length, k);
    }
    visit(row, places);
  });
}

function kthSmallest(values: Float64Array, k: number): number {
  const smallest = new Float64Array(Math.min(k, values.length)).fill(Infinity);
  const last = smallest.length - 1;
  for (const value of values) {
    if (value >= (smallest[last] ?? 0)) continue;
    let place = last;
    for (; place > 0 && (smallest[place - 1] ?? 0) > value; place--) {
      smallest[place] = smallest[place - 1] ?? 0;
    }
    smallest[place] = value;
  }
  return smallest[last] ?? 0;
}

function squaredNorms({ count, width, numbers }: SampleRows): Float64Array {
  const norms = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (numbers[i * width + k] ?? 0) ** 2;
    norms[i] = sum;
  }
  return norms;
}
