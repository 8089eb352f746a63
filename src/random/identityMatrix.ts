import type { Shape } from '../ir/tensorType.js';

/**
 * The identity matrix times `gain`, in row-major order; for filters, at the centre of the window, with zeros elsewhere.
 * The centre of an axis of n places is ⌊n / 2⌋.
 *
 * @param shape `[…window, in, out]` or `[in, out]`.
 */
export function identityMatrix(shape: Shape, gain: number): Float64Array {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const window = shape.slice(0, -2);
  const middle = window.reduce((place, size) => place * size + Math.floor(size / 2), 0);
  const out = new Float64Array(shape.reduce((product, size) => product * size, 1));
  for (let index = 0; index < Math.min(rows, columns); index += 1) {
    out[middle * rows * columns + index * columns + index] = gain;
  }
  return out;
}
