/** Fixed numbers that are too many for the text of a program. */
import type { TensorData } from '../../../ir/tensorType.js';
import { functionCall, type PythonText } from './expression.js';

export class Constants {
  readonly tensors = new Map<string, TensorData>();

  /** Adds a tensor, or finds the same one. @param device PythonText of the device that it is needed on. */
  add(data: ArrayLike<number>, shape: readonly number[], device: string): PythonText {
    const numbers = Float32Array.from(data);
    const same = [...this.tensors].find(
      ([, tensor]) =>
        tensor.shape.join() === shape.join() &&
        tensor.data.every((value, at) => Object.is(value, numbers[at])),
    );
    const name = same?.[0] ?? `numbers_${this.tensors.size}`;
    if (!same) this.tensors.set(name, { dtype: 'float32', shape, data: numbers });
    return functionCall('constant', `"${name}"`, device);
  }
}
