/** Half-precision numbers (IEEE 754 binary16) as whole numbers of 16 bits. */

const largest = 65504;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The nearest half-precision number, ties to even; beyond the largest one it. */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.min(largest, Math.abs(value));
  // Below 2^-14 the numbers are multiples of 2^-24.
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24);
  float[0] = size;
  const pattern = bits[0] ?? 0;
  // Exponents are biased by 127 there and by 15 here; a mantissa that rounds up to the next power of two carries into it.
  return sign | (roundToEven(pattern / 2 ** 13) - ((127 - 15) << 10));
}

/** The value of a half-precision number. */
export function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest > 0.5 || (rest === 0.5 && below % 2 === 1)) return below + 1;
  return below;
}
