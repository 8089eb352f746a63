/** Tensors of the host as handles of TensorFlow, and back. */
import koffi from 'koffi';
import type { DType, TensorData, TensorType } from '../../ir/tensorType.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { TensorFlowContext } from './context.js';

/** The numbers of TensorFlow's data types. @source tensorflow/core/framework/types.proto */
export const typeNumbers: Readonly<Record<DType, number>> = { float32: 1, int32: 3, bool: 10 };

const elementTypes: Readonly<Record<DType, string>> = {
  float32: 'float',
  int32: 'int32_t',
  bool: 'uint8_t',
};

/** Whole numbers as TensorFlow takes shapes and lists. */
export function wholeNumbers(values: readonly number[]): BigInt64Array {
  return BigInt64Array.from(values, BigInt);
}

/** A copy of a tensor in TensorFlow's memory on the host, to be freed by `TF_DeleteTensor`. */
export function newTensor({ api }: TensorFlowContext, tensor: TensorData): bigint {
  const { dtype, shape, data } = tensor;
  const size = wholeNumbers(shape);
  const made = api.TF_AllocateTensor(typeNumbers[dtype], size, shape.length, data.byteLength);
  if (data.length > 0)
    koffi.encode(api.TF_TensorData(made), elementTypes[dtype], data, data.length);
  return made;
}

/** A handle to a copy of a tensor, to be freed by `TFE_DeleteTensorHandle`; floating-point numbers lie on the GPU, if there is one. */
export function newHandle(context: TensorFlowContext, tensor: TensorData): bigint {
  const { api, gpu, address } = context;
  const made = newTensor(context, tensor);
  const handle = context.checked((status) => api.TFE_NewTensorHandle(made, status));
  api.TF_DeleteTensor(made);
  if (gpu === undefined || tensor.dtype !== 'float32') return handle;
  try {
    return context.checked((status) =>
      api.TFE_TensorHandleCopyToDevice(handle, address, gpu, status),
    );
  } finally {
    api.TFE_DeleteTensorHandle(handle);
  }
}

/** A copy of the numbers behind a handle. */
export function readHandle(
  context: TensorFlowContext,
  handle: bigint,
  { dtype, shape }: TensorType,
): TensorData {
  const { api } = context;
  const tensor = context.checked((status) => api.TFE_TensorHandleResolve(handle, status));
  const address = api.TF_TensorData(tensor);
  // koffi gives an array of the element's type.
  const data = koffi.decode(address, elementTypes[dtype], sizeOf(shape)) as TensorData['data'];
  api.TF_DeleteTensor(tensor);
  return { dtype, shape, data };
}
