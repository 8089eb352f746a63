import { sizeOf } from '../../ir/tensorType.js';
import type { LayerContext } from '../../entries/layerContext.js';
import { tf, type Tensor } from '../../tf.js';

/**
 * Product of a constant matrix with one axis of a tensor. Linear in x, with derivatives of any order.
 *
 * @param matrix `[size, current size of the axis]` in row-major order.
 * @param size Size of the axis in the result.
 */
export function multiplyAxis<T extends Tensor>(
  x: T,
  axis: number,
  matrix: readonly number[],
  size: number,
  constant: LayerContext['constant'],
): T {
  const before = x.shape[axis] ?? 1;
  const columns = tf.reshape(x, [-1, before, sizeOf(x.shape.slice(axis + 1))]);
  const product = tf.matMul(constant(matrix, [size, before]), columns);
  // The rank does not change.
  return tf.reshape(product, x.shape.with(axis, size)) as T;
}
