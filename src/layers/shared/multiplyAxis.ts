import { sizeOf } from '../../ir/tensorType.js';
import type { LayerContext } from '../../entries/entries.js';
import { tf, type Tensor } from '../../tf.js';

/**
 * One axis of a tensor multiplied by a fixed matrix `[size, size before]`: linear, with derivatives of any order.
 *
 * @param matrix Row by row.
 * @param size Size of the axis afterwards.
 */
export function matrixAlong<T extends Tensor>(
  x: T,
  axis: number,
  matrix: readonly number[],
  size: number,
  constant: LayerContext['constant'],
): T {
  const before = x.shape[axis] ?? 1;
  const columns = tf.reshape(x, [-1, before, sizeOf(x.shape.slice(axis + 1))]);
  const product = tf.matMul(constant(matrix, [size, before]), columns);
  // The rank stays as it is.
  return tf.reshape(product, x.shape.with(axis, size)) as T;
}
