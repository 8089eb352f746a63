/**
 * Squared Wasserstein distance of order 2 between two sets of numbers of any sizes: ∫₀¹ (F⁻¹(t) − G⁻¹(t))² dt, whose
 * integrand is constant between the quantiles i / n and j / m.
 * @param x Sorted, as y.
 */
export function squaredTransport(x: Float64Array, y: Float64Array): number {
  let [i, j, from, sum] = [0, 0, 0, 0];
  while (i < x.length && j < y.length) {
    // Compared as whole numbers, so that equal quantiles are met at once.
    const order = (i + 1) * y.length - (j + 1) * x.length;
    const to = order <= 0 ? (i + 1) / x.length : (j + 1) / y.length;
    sum += (to - from) * ((x[i] ?? 0) - (y[j] ?? 0)) ** 2;
    from = to;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return sum;
}
