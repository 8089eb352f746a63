/** Upsampling of an axis by linear interpolation. */
import type { LayerContext } from '../../entries/layerContext.js';
import type { Tensor } from '../../tf.js';
import { multiplyAxis } from './multiplyAxis.js';

/**
 * Linear interpolation matrix `[size · factor, size]` in row-major order.
 *
 * Output i lies at position (i + ½) / factor − ½ of the input, since values are located at pixel centres. It is the mean
 * of its two neighbours weighted by proximity; beyond the outermost centres it is the outermost value.
 */
function interpolationMatrix(size: number, factor: number): readonly number[] {
  return Array.from({ length: size * factor }, (_, out) => {
    const position = Math.min(Math.max((out + 0.5) / factor - 0.5, 0), size - 1);
    return Array.from({ length: size }, (_value, i) => Math.max(0, 1 - Math.abs(position - i)));
  }).flat();
}

/** Upsamples one axis by an integer factor. */
export function interpolateAlong(
  x: Tensor,
  axis: number,
  factor: number,
  constant: LayerContext['constant'],
): Tensor {
  const size = x.shape[axis] ?? 1;
  if (factor === 1) return x;
  return multiplyAxis(x, axis, interpolationMatrix(size, factor), size * factor, constant);
}
