import { describe, expect, it } from 'vitest';
import { drawInto } from '../../src/random/draw.js';
import { orthogonalMatrix } from '../../src/random/orthogonalMatrix.js';

function draw(shape: readonly number[], gain: number, step = 0): Float32Array {
  const out = new Float32Array(shape.reduce((product, size) => product * size, 1));
  drawInto(out, { kind: 'orthogonal', gain }, shape, { seed: 3, stream: 'kernel', step });
  return out;
}

/** Inner products of the columns (or rows) of a row-major matrix. */
function gram(
  matrix: Float32Array,
  rows: number,
  columns: number,
  of: 'rows' | 'columns',
): number[][] {
  const [vectors, length] = of === 'rows' ? [rows, columns] : [columns, rows];
  const at = (vector: number, i: number): number =>
    (of === 'rows' ? matrix[vector * columns + i] : matrix[i * columns + vector]) ?? NaN;
  return Array.from({ length: vectors }, (_, a) =>
    Array.from({ length: vectors }, (__, b) => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += at(a, i) * at(b, i);
      return sum;
    }),
  );
}

function expectIdentity(found: number[][], scale: number): void {
  found.forEach((row, a) => {
    row.forEach((value, b) => {
      expect(value).toBeCloseTo(a === b ? scale : 0, 5);
    });
  });
}

describe('orthogonalMatrix', () => {
  it('makes orthonormal columns of a matrix at least as high as wide, times the gain', () => {
    expectIdentity(gram(draw([3, 3, 4, 8], 1), 36, 8, 'columns'), 1);
    expectIdentity(gram(draw([20, 20], 2), 20, 20, 'columns'), 4);
  });

  it('makes orthonormal rows of a matrix wider than high', () => {
    expectIdentity(gram(draw([5, 40], 1), 5, 40, 'rows'), 1);
  });

  it('is a unit vector with the gain as its length for one axis', () => {
    const length = Math.hypot(...draw([7], 3));
    expect(length).toBeCloseTo(3, 5);
  });

  it('keeps the direction of the first Gaussian vector', () => {
    // By hand: (3, 4)/5, then (1, 2) − 2.2·(0.6, 0.8) = (−0.32, 0.24), divided by 0.4.
    const found = orthogonalMatrix([2, 2], 1, Float64Array.of(3, 4, 1, 2));
    [0.6, -0.8, 0.8, 0.6].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12);
    });
  });

  it('is uniform over all orthogonal matrices', () => {
    // Haar: entries of a 2 × 2 matrix have mean 0 and variance 1/2, and half the determinants are −1.
    const matrices = Array.from({ length: 4000 }, (_, step) => draw([2, 2], 1, step));
    const entries = matrices.flatMap((matrix) => [...matrix]);
    const mean = entries.reduce((sum, value) => sum + value, 0) / entries.length;
    const square = entries.reduce((sum, value) => sum + value * value, 0) / entries.length;
    const flips = matrices.filter(([a = 0, b = 0, c = 0, d = 0]) => a * d - b * c < 0).length;
    expect(Math.abs(mean)).toBeLessThan(0.025);
    expect(square).toBeCloseTo(0.5, 5);
    expect(Math.abs(flips / 4000 - 0.5)).toBeLessThan(0.032);
  });
});
