/** ‖found − expected‖ / ‖expected‖; elements that are not finite in both are left out. */
export function relativeDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [differences, squares] = [0, 0];
  for (let at = 0; at < expected.length; at += 1) {
    const [a, b] = [found[at] ?? NaN, expected[at] ?? NaN];
    if (!Number.isFinite(a) && !Number.isFinite(b)) continue;
    differences += (a - b) ** 2;
    squares += b ** 2;
  }
  // Rounding alone makes some difference from zeros.
  return Math.sqrt(differences / (squares + 1e-12 * expected.length));
}
