/** Complex numbers and polynomials over them. */

/** Real and imaginary part. */
export type Complex = readonly [re: number, im: number];

export function times([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - b * d, a * d + b * c];
}

export function minus([a, b]: Complex, [c, d]: Complex): Complex {
  return [a - c, b - d];
}

export function reciprocal([a, b]: Complex): Complex {
  const square = a * a + b * b;
  return [a / square, -b / square];
}

/** z to a whole power that is not negative. */
export function power(z: Complex, exponent: number): Complex {
  let result: Complex = [1, 0];
  for (let i = 0; i < exponent; i++) result = times(result, z);
  return result;
}

/** exp(2πi · turns). */
export function onUnitCircle(turns: number): Complex {
  return [Math.cos(2 * Math.PI * turns), Math.sin(2 * Math.PI * turns)];
}

/** Coefficients of Π (z − root), from the constant one on. */
export function monicPolynomial(roots: readonly Complex[]): readonly Complex[] {
  return roots.reduce<readonly Complex[]>(
    (product, root) =>
      Array.from({ length: product.length + 1 }, (_, degree) =>
        minus(product[degree - 1] ?? [0, 0], times(root, product[degree] ?? [0, 0])),
      ),
    [[1, 0]],
  );
}
