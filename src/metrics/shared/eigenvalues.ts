import type { SquareMatrix } from './moments.js';

/**
 * Eigenvalues of a symmetric matrix, in ascending order: Householder's reduction to tridiagonal form, then bisection by
 * Sturm's count. No vectors are made, so the reduction takes 4/3 · size³ operations and the rest a multiple of size².
 * @source Golub & Van Loan 2013, "Matrix Computations", sections 8.3.1 and 8.4.1
 */
export function eigenvalues({ size, values }: SquareMatrix): Float64Array {
  const { diagonal, beside } = tridiagonal(size, values.slice());
  const [low, high] = bounds(diagonal, beside);
  const found = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    let [below, above] = [low, high];
    // Each step halves the interval; float64 has 53 bits, and a few more bring it down from the widest one.
    for (let step = 0; step < 64 && below < above; step++) {
      const middle = (below + above) / 2;
      if (middle === below || middle === above) break;
      if (countBelow(diagonal, beside, middle) > k) above = middle;
      else below = middle;
    }
    found[k] = (below + above) / 2;
  }
  return found;
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** `beside[i]` stands between rows i − 1 and i; the first is 0. */
  readonly beside: Float64Array;
}

/** Reduces a matrix, which is overwritten, from the last row upwards. */
function tridiagonal(size: number, a: Float64Array): Tridiagonal {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  for (let last = size - 1; last > 0; last--) {
    const row = a.subarray(last * size, last * size + last);
    diagonal[last] = a[last * size + last] ?? 0;
    const norm = Math.hypot(...chunked(row));
    const pivot = row[last - 1] ?? 0;
    const alpha = pivot > 0 ? -norm : norm;
    beside[last] = alpha;
    const half = norm * norm - pivot * alpha;
    if (half === 0) continue;
    // The reflection I − v vᵀ / half maps the row to alpha times the last unit vector.
    row[last - 1] = pivot - alpha;
    reflect(a, size, row, half);
  }
  diagonal[0] = a[0] ?? 0;
  return { diagonal, beside };
}

/** Norms of pieces of a row, since a call takes only so many arguments. */
function chunked(row: Float64Array): readonly number[] {
  const pieces: number[] = [];
  for (let start = 0; start < row.length; start += 1024) {
    pieces.push(Math.hypot(...row.subarray(start, start + 1024)));
  }
  return pieces;
}

/** Applies a reflection from both sides to the leading block: A − v wᵀ − w vᵀ, w = p − (vᵀp / 2half) v, p = A v / half. */
function reflect(a: Float64Array, size: number, v: Float64Array, half: number): void {
  const { length } = v;
  const w = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    const start = i * size;
    for (let j = 0; j < length; j++) sum += (a[start + j] ?? 0) * (v[j] ?? 0);
    w[i] = sum / half;
  }
  const share = w.reduce((sum, value, i) => sum + value * (v[i] ?? 0), 0) / (2 * half);
  for (let i = 0; i < length; i++) w[i] = (w[i] ?? 0) - share * (v[i] ?? 0);
  for (let i = 0; i < length; i++) {
    const [vi, wi, start] = [v[i] ?? 0, w[i] ?? 0, i * size];
    for (let j = 0; j < length; j++) {
      a[start + j] = (a[start + j] ?? 0) - vi * (w[j] ?? 0) - wi * (v[j] ?? 0);
    }
  }
}

/** An interval that holds all eigenvalues, by Gershgorin's circles. */
function bounds(diagonal: Float64Array, beside: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  diagonal.forEach((value, i) => {
    const radius = Math.abs(beside[i] ?? 0) + Math.abs(beside[i + 1] ?? 0);
    low = Math.min(low, value - radius);
    high = Math.max(high, value + radius);
  });
  return [low, high];
}

/** Number of eigenvalues below x: that of negative pivots of A − x I. */
function countBelow(diagonal: Float64Array, beside: Float64Array, x: number): number {
  let count = 0;
  let pivot = 1;
  for (let i = 0; i < diagonal.length; i++) {
    const square = (beside[i] ?? 0) ** 2;
    pivot = (diagonal[i] ?? 0) - x - (i === 0 ? 0 : square / pivot);
    // A pivot of zero is taken for a tiny one, which moves an eigenvalue by less than rounding does.
    if (pivot === 0) pivot = Number.MIN_VALUE ** 0.5;
    if (pivot < 0) count++;
  }
  return count;
}
