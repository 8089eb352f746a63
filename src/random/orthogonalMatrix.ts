import type { Shape } from '../ir/tensorType.js';

/**
 * A random matrix with orthonormal columns (rows, where it is wider than high), times `gain`, in row-major order.
 *
 * The vectors of a Gaussian matrix are orthonormalized by modified Gram-Schmidt in float64. That is a QR decomposition
 * whose R has a positive diagonal, hence the result is uniform (Haar) over all such matrices. Each vector is
 * orthogonalized twice, which keeps the error at machine precision.
 *
 * @param shape All axes but the last are rows.
 * @param normals Independent standard normal numbers, as many as the matrix has elements.
 * @source Saxe, McClelland & Ganguli 2014, arXiv:1312.6120; Mezzadri 2007, arXiv:math-ph/0609050.
 */
export function orthogonalMatrix(shape: Shape, gain: number, normals: Float64Array): Float64Array {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const length = Math.max(rows, columns);
  const vectors: Float64Array[] = [];
  for (let start = 0; start < normals.length; start += length) {
    const vector = normals.slice(start, start + length);
    for (const earlier of [...vectors, ...vectors]) {
      addScaled(vector, -dot(vector, earlier), earlier);
    }
    const norm = Math.sqrt(dot(vector, vector));
    vectors.push(vector.map((value) => value / norm));
  }
  const out = new Float64Array(rows * columns);
  const [vectorStep, elementStep] = rows < columns ? [columns, 1] : [1, columns];
  vectors.forEach((vector, k) => {
    vector.forEach((value, i) => (out[k * vectorStep + i * elementStep] = gain * value));
  });
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(to: Float64Array, scale: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + scale * (from[i] ?? 0);
}
