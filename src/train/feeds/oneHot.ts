import { sizeOf, type TensorData } from '../../ir/tensorType.js';

/** One row for each class, with a 1 at its place. @returns Shape `[labels, classes]`. */
export function oneHot(labels: ArrayLike<number>, classes: number): TensorData {
  const shape = [labels.length, classes];
  const data = new Float32Array(sizeOf(shape));
  for (let row = 0; row < labels.length; row += 1) data[row * classes + (labels[row] ?? 0)] = 1;
  return { dtype: 'float32', shape, data };
}
