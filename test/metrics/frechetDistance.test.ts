import { describe, expect, it } from 'vitest';
import { frechetDistance } from '../../src/metrics/frechetDistance.js';
import { eigenvalues } from '../../src/metrics/shared/eigenvalues.js';
import { covariance, meanRow } from '../../src/metrics/shared/moments.js';
import { described, expected, inputOf, measured, reasonAgainst, rowsOf } from './support.js';

describe('eigenvalues', () => {
  it('of a rotated diagonal are its entries', () => {
    // [[2, 1], [1, 2]] has the eigenvectors (1, −1) and (1, 1).
    const found = eigenvalues({ size: 2, values: Float64Array.of(2, 1, 1, 2) });
    expect(found[0]).toBeCloseTo(1, 14);
    expect(found[1]).toBeCloseTo(3, 14);
  });

  it('are those of SciPy for a covariance matrix', () => {
    const rows = inputOf('real');
    const found = eigenvalues(covariance(rows, meanRow(rows)));
    found.forEach((value, k) => {
      expect(value).toBeCloseTo(expected.eigenvalues[k] ?? NaN, 12);
    });
  });

  it('of a matrix of zeros are zeros', () => {
    expect([...eigenvalues({ size: 3, values: new Float64Array(9) })]).toEqual([0, 0, 0]);
  });

  it('of one number are that number', () => {
    expect([...eigenvalues({ size: 1, values: Float64Array.of(-7) })]).toEqual([-7]);
  });

  it('of a matrix of 200 rows have its trace and its sum of squares', () => {
    const size = 200;
    const values = Float64Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return Math.cos(i * j) + Math.cos(i + j);
    });
    const found = eigenvalues({ size, values });
    const trace = found.reduce((sum, value, i) => sum + value - (values[i * (size + 1)] ?? 0), 0);
    const squares = (of: Float64Array): number => of.reduce((sum, x) => sum + x * x, 0);
    expect(trace).toBeCloseTo(0, 9);
    expect(squares(found) / squares(values)).toBeCloseTo(1, 12);
  });
});

describe('frechetDistance', () => {
  it('is the squared distance of the means where covariances are equal', () => {
    const square = [
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 2],
    ];
    const moved = square.map(([x = 0, y = 0]) => [x + 3, y - 4]);
    const { value } = measured(frechetDistance, { real: rowsOf(square), generated: rowsOf(moved) });
    expect(value).toBeCloseTo(25, 12);
  });

  it('adds the squared differences of standard deviations along the axes', () => {
    // Variances with divisor 1: 2 and 8, so (√8 − √2)² = 2.
    const sides = { real: rowsOf([[-1], [1]]), generated: rowsOf([[-2], [2]]) };
    expect(measured(frechetDistance, sides)).toMatchObject({
      value: expect.closeTo(2, 12) as number,
      details: { ofMeans: 0, ofCovariances: expect.closeTo(2, 12) as number },
    });
  });

  it('agrees with SciPy and torch-fidelity', () => {
    const sides = { real: inputOf('real'), generated: inputOf('generated') };
    const { value } = measured(frechetDistance, sides);
    expect(value).toBeCloseTo(expected.frechet, 10);
    expect(value).toBeCloseTo(expected.frechetByTorchFidelity, 10);
  });

  it('agrees with SciPy where covariances have no full rank', () => {
    const sides = { real: inputOf('flatReal'), generated: inputOf('flatGenerated') };
    // SciPy warns that its root of a singular matrix may be off, by about 1e-6.
    expect(measured(frechetDistance, sides).value).toBeCloseTo(expected.frechetOfFlat, 4);
  });

  it('of the same samples is 0', () => {
    const real = inputOf('flatReal');
    expect(measured(frechetDistance, { real, generated: real }).value).toBeCloseTo(0, 5);
  });

  it('refuses wide samples where there is no classifier', () => {
    expect(reasonAgainst(frechetDistance, described([28, 28, 1]))).toBe(
      'their 784 numbers are more than the 256 that are compared without a classifier',
    );
    expect(reasonAgainst(frechetDistance, described([2]))).toBeUndefined();
  });
});
