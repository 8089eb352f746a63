/**
 * Short convolutions in one dimension by values at points:
 * y[o] = Σ_m w[m] · x[o + m] = Σ_i y_i(o) · (Σ_j x_i(j) · x[j]) · (Σ_m w_i(m) · w[m]).
 *
 * The gradients with respect to x and to w use the same factors.
 *
 * @source Winograd, Arithmetic Complexity of Computations (1980), chapter IV; Lavin and Gray, Fast Algorithms for Convolutional
 *   Neural Networks, arXiv:1509.09308
 */
import {
  minus,
  monicPolynomial,
  onUnitCircle,
  power,
  reciprocal,
  times,
  type Complex,
} from './complex.js';

/** A point to evaluate polynomials at; at infinity their value is the leading coefficient. */
export type EvaluationPoint = Complex | 'infinity';

/** The factors of one point. */
export interface PointFactors {
  /** Index of the point whose factors are conjugate to these; its own where they are real. */
  readonly conjugate: number;
  /** By the place of a cell in the tile. */
  x(cell: number): Complex;
  /** By m of x[o + m]. */
  w(offset: number): Complex;
  y(output: number): Complex;
}

/** The factors of all points. */
export type ShortConvolution = readonly PointFactors[];

/**
 * The method of Toom and Cook: `outputs` numbers from as many cells as there are points. The factors of x and of w are scaled
 * by opposite powers of two, so that those of x are near 1.
 *
 * @param points outputs + taps − 1 distinct points; with each that is not real also its conjugate.
 */
export function toomCook(
  points: readonly EvaluationPoint[],
  taps: number,
  outputs: number,
): ShortConvolution {
  return points.map((point) => {
    const coefficients = lagrange(point, points);
    const largest = Math.max(...coefficients.map((z) => Math.hypot(...z)));
    const scale = 2 ** Math.round(Math.log2(largest));
    return {
      conjugate: points.findIndex((other) => areConjugate(point, other)),
      x: tabulated((cell) => times(coefficients[cell] ?? [0, 0], [1 / scale, 0])),
      w: tabulated((offset) => times(monomial(point, offset, taps), [scale, 0])),
      y: tabulated((output) => monomial(point, output, outputs)),
    };
  });
}

/**
 * The discrete Fourier transform: a cyclic convolution of `size` cells. An output is that of the plain convolution where no
 * cell other than o + m is congruent to o + m.
 */
export function cyclicConvolution(size: number): ShortConvolution {
  const scale: Complex = [size ** -0.5, 0];
  return Array.from({ length: size }, (_, frequency) => ({
    conjugate: (size - frequency) % size,
    x: tabulated((cell) => times(scale, onUnitCircle((-frequency * cell) / size))),
    w: tabulated((offset) => onUnitCircle((frequency * offset) / size)),
    y: tabulated((output) => times(scale, onUnitCircle((frequency * output) / size))),
  }));
}

/** The function with each value computed once: products of two axes read it many times. */
function tabulated(factor: (index: number) => Complex): (index: number) => Complex {
  const table = new Map<number, Complex>();
  return (index) => {
    const value = table.get(index) ?? factor(index);
    table.set(index, value);
    return value;
  };
}

/** Coefficients of the polynomial of least degree that is 1 at a point and 0 at the others. */
function lagrange(point: EvaluationPoint, points: readonly EvaluationPoint[]): readonly Complex[] {
  const others = points.filter((other) => other !== 'infinity').filter((other) => other !== point);
  const product = monicPolynomial(others);
  if (point === 'infinity') return product;
  const atPoint = others.reduce<Complex>((all, other) => times(all, minus(point, other)), [1, 0]);
  return product.map((coefficient) => times(coefficient, reciprocal(atPoint)));
}

/** z to the power of a degree; at infinity 1 for the greatest degree of `count` coefficients, else 0. */
function monomial(point: EvaluationPoint, degree: number, count: number): Complex {
  if (point === 'infinity') return [degree === count - 1 ? 1 : 0, 0];
  return power(point, degree);
}

function areConjugate(a: EvaluationPoint, b: EvaluationPoint): boolean {
  if (a === 'infinity' || b === 'infinity') return a === b;
  return a[0] === b[0] && a[1] === -b[1];
}
