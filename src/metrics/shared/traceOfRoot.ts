import { eigenvalues } from './eigenvalues.js';
import type { SquareMatrix } from './moments.js';

/**
 * tr (A B)^½ of two covariance matrices: the sum of the roots of the eigenvalues of Lᵀ B L, where A = L Lᵀ is Cholesky's
 * decomposition. Lᵀ B L is symmetric with the eigenvalues of A B, so the root is real even where A or B has no full rank.
 */
export function traceOfRoot(a: SquareMatrix, b: SquareMatrix): number {
  const root = cholesky(a);
  const inner = between(root, b);
  return eigenvalues(inner).reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
}

/** Pivots below this part of the largest variance are rounding errors of zero. */
const zeroPivot = 1e-14;

/** The lower triangle L with L Lᵀ = A; a column of zeros where a direction has no variance of its own. */
function cholesky({ size, values }: SquareMatrix): SquareMatrix {
  const l = new Float64Array(size * size);
  let largest = 0;
  for (let j = 0; j < size; j++) largest = Math.max(largest, values[j * size + j] ?? 0);
  for (let j = 0; j < size; j++) {
    const above = l.subarray(j * size, j * size + j);
    const pivot = (values[j * size + j] ?? 0) - dot(above, above);
    if (pivot <= zeroPivot * largest) continue;
    const root = Math.sqrt(pivot);
    l[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      const rest = dot(l.subarray(i * size, i * size + j), above);
      l[i * size + j] = ((values[i * size + j] ?? 0) - rest) / root;
    }
  }
  return { size, values: l };
}

/** Lᵀ B L. */
function between({ size, values: l }: SquareMatrix, { values: b }: SquareMatrix): SquareMatrix {
  const columns = transposed(size, l);
  const product = products(size, columns, b);
  return { size, values: products(size, product, columns) };
}

/** The matrix of dot products of the rows of two matrices: X Yᵀ. */
function products(size: number, x: Float64Array, y: Float64Array): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = x.subarray(i * size, (i + 1) * size);
    for (let j = 0; j < size; j++) {
      out[i * size + j] = dot(row, y.subarray(j * size, (j + 1) * size));
    }
  }
  return out;
}

function transposed(size: number, x: Float64Array): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) out[j * size + i] = x[i * size + j] ?? 0;
  }
  return out;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}
