/**
 * The shortest decimal that parses to the same number: as float32 where the number is one, else as float64.
 *
 * `Math.fround(0.2)` becomes `0.2`, not `0.20000000298023224`.
 */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const plain = String(value);
  if (!Number.isFinite(value) || Math.fround(value) !== value) return plain;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return plain;
}
