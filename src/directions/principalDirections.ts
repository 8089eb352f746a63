/** The directions in which a generator's first affine maps stretch its latent vectors most. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { sizeOf, type TensorData } from '../ir/tensorType.js';

/** An affine map of a latent vector: its kernel, and the place in the vector of each number along one axis of it. */
export interface LatentMap {
  readonly kernel: TensorData;
  readonly axis: number;
  /** −1 for numbers of other origin. */
  readonly places: readonly number[];
}

/** A direction in which all maps together change most. */
export interface PrincipalDirection {
  /** The squared length of the change that a step of length 1 makes. */
  readonly eigenvalue: number;
  /** Part of the sum of all eigenvalues. */
  readonly share: number;
  /** Of length 1; its number of largest size is positive. */
  readonly vector: readonly number[];
}

/**
 * The eigenvectors of AᵀA, those of the largest eigenvalues first; A has the maps one below the other: n* = arg max ‖A n‖²
 * for ‖n‖ = 1, and so on at right angles.
 * @param size Length of the latent vector.
 * @source Shen & Zhou 2021, arXiv:2007.06600, eqs. (4) to (6), and section 3.3 for several maps
 */
export function principalDirections(
  size: number,
  maps: readonly LatentMap[],
): readonly PrincipalDirection[] {
  const product = Matrix.zeros(size, size);
  for (const { kernel, axis, places } of maps) {
    const rows = rowsAlong(kernel, axis);
    const square = rows.mmul(rows.transpose());
    places.forEach((row, i) => {
      places.forEach((column, j) => {
        if (row < 0 || column < 0) return;
        product.set(row, column, product.get(row, column) + square.get(i, j));
      });
    });
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(product, {
    assumeSymmetric: true,
  });
  const trace = product.trace();
  return realEigenvalues
    .map((value, at) => ({
      // Rounding may leave less than nothing of an eigenvalue of 0.
      eigenvalue: Math.max(0, value),
      share: trace > 0 ? Math.max(0, value) / trace : 0,
      vector: facingUp(eigenvectorMatrix.getColumn(at)),
    }))
    .sort((a, b) => b.eigenvalue - a.eigenvalue);
}

/** A kernel as a matrix with one axis as its rows. */
function rowsAlong({ data, shape }: TensorData, axis: number): Matrix {
  const rows = shape[axis] ?? 1;
  const inner = sizeOf(shape.slice(axis + 1));
  const matrix = Matrix.zeros(rows, data.length / rows);
  data.forEach((value, at) => {
    const [row, outer] = [Math.floor(at / inner) % rows, Math.floor(at / (inner * rows))];
    matrix.set(row, outer * inner + (at % inner), value);
  });
  return matrix;
}

/** An eigenvector has two signs, of which this picks one. */
function facingUp(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
