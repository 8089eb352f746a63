/** The arrays that hold tensors on the host. */
import { sizeOf, type TensorData, type TensorType } from './tensorType.js';

/** The class of array for each dtype; `bool` is one byte an element. */
export const arrayOf = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

/** A tensor of zeros. */
export function zeroTensor({ dtype, shape }: TensorType): TensorData {
  return { dtype, shape, data: new arrayOf[dtype](sizeOf(shape)) };
}
