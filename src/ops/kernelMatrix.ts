import { sizeOf } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';

/**
 * A kernel as the matrix `[fan-in, outputs]` that one place of a layer's input is multiplied by; a column for each
 * filter.
 *
 * @param outputAxes Axes whose places tell the outputs apart, in rising order.
 */
export function kernelMatrix(kernel: Tensor, outputAxes: readonly number[]): Tensor {
  const axes = kernel.shape.map((_size, axis) => axis);
  const order = [...axes.filter((axis) => !outputAxes.includes(axis)), ...outputAxes];
  const isLast = order.every((axis, place) => axis === place);
  const outputs = sizeOf(outputAxes.map((axis) => kernel.shape[axis] ?? 1));
  return tf.reshape(isLast ? kernel : tf.transpose(kernel, order), [-1, outputs]);
}
