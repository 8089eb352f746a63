/** Attributes of operations of TensorFlow. */
import type { TensorFlowAttribute } from '../../lowering/tensorflow/tensorflowGraph.js';
import type { TensorFlowContext } from './context.js';
import { newTensor, typeNumbers, wholeNumbers } from './tensors.js';

/** Gives an attribute to an operation that is being made. */
export function setAttribute(
  context: TensorFlowContext,
  operation: bigint,
  name: string,
  value: TensorFlowAttribute,
): void {
  const { api } = context;
  if ('type' in value) api.TF_SetAttrType(operation, name, typeNumbers[value.type]);
  else if ('bool' in value) api.TF_SetAttrBool(operation, name, Number(value.bool));
  else if ('float' in value) api.TF_SetAttrFloat(operation, name, value.float);
  else if ('int' in value) api.TF_SetAttrInt(operation, name, value.int);
  else if ('ints' in value) {
    api.TF_SetAttrIntList(operation, name, wholeNumbers(value.ints), value.ints.length);
  } else if ('shape' in value) {
    api.TF_SetAttrShape(operation, name, wholeNumbers(value.shape), value.shape.length);
  } else if ('string' in value) {
    const bytes = Buffer.byteLength(value.string);
    api.TF_SetAttrString(operation, name, value.string, bytes);
  } else {
    const tensor = newTensor(context, value.tensor);
    try {
      context.checked((status) => {
        api.TF_SetAttrTensor(operation, name, tensor, status);
      });
    } finally {
      api.TF_DeleteTensor(tensor);
    }
  }
}
