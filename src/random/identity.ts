import type { Shape } from '../ir/tensorType.js';

/**
 * `gain` where the last two axes have the same index and all others are at their middle, else 0, in row-major order.
 * The middle of n is ⌊n / 2⌋.
 *
 * @param shape `[…window, in, out]` or `[in, out]`.
 */
export function identity(shape: Shape, gain: number): Float64Array {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const window = shape.slice(0, -2);
  const middle = window.reduce((place, size) => place * size + Math.floor(size / 2), 0);
  const out = new Float64Array(shape.reduce((product, size) => product * size, 1));
  for (let index = 0; index < Math.min(rows, columns); index += 1) {
    out[middle * rows * columns + index * columns + index] = gain;
  }
  return out;
}
