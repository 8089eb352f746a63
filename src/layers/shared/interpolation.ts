/** Enlarging an axis by straight lines between its values. */
import type { LayerContext } from '../../entries/entries.js';
import type { Tensor } from '../../tf.js';
import { matrixAlong } from './multiplyAxis.js';

/**
 * The matrix `[size · factor, size]`, row by row, that takes values to those between them.
 *
 * Output i lies at (i + ½) / factor − ½ among the inputs: the values are those at the centres of their pixels. It is
 * the mean of its two neighbours, weighted by how near they are; beyond the outermost centres it is the outermost value.
 */
function interpolationMatrix(size: number, factor: number): readonly number[] {
  return Array.from({ length: size * factor }, (_, out) => {
    const place = Math.min(Math.max((out + 0.5) / factor - 0.5, 0), size - 1);
    return Array.from({ length: size }, (_value, at) => Math.max(0, 1 - Math.abs(place - at)));
  }).flat();
}

/** Enlarges one axis by a whole factor. */
export function interpolateAlong(
  x: Tensor,
  axis: number,
  factor: number,
  constant: LayerContext['constant'],
): Tensor {
  const size = x.shape[axis] ?? 1;
  if (factor === 1) return x;
  return matrixAlong(x, axis, interpolationMatrix(size, factor), size * factor, constant);
}
