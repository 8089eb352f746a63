import { sizeOf } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';

/**
 * A kernel as a matrix `[fan-in, outputs]` with one column per filter.
 *
 * @param outputAxes Axes of the kernel that index the outputs, in ascending order.
 */
export function kernelMatrix(kernel: Tensor, outputAxes: readonly number[]): Tensor {
  const axes = kernel.shape.map((_size, axis) => axis);
  const order = [...axes.filter((axis) => !outputAxes.includes(axis)), ...outputAxes];
  const alreadyLast = order.every((axis, index) => axis === index);
  const outputs = sizeOf(outputAxes.map((axis) => kernel.shape[axis] ?? 1));
  return tf.reshape(alreadyLast ? kernel : tf.transpose(kernel, order), [-1, outputs]);
}
