/** The form of a lowering to TensorFlow: from a kernel call to the operations that compute the same. */
import type { KernelCall } from '../../ir/kernelCall.js';
import type { KernelName } from '../../ir/kernels.js';
import type { TensorFlowBuilder, TensorFlowValue } from './tensorflowBuilder.js';

/** Adds operations to the graph and returns the call's result. */
export type TensorFlowLowering<K extends KernelName> = (
  call: KernelCall<K, TensorFlowValue>,
  graph: TensorFlowBuilder,
) => TensorFlowValue;

/** A closed table: a kernel without a lowering does not compile. */
export type TensorFlowLowerings = { readonly [K in KernelName]: TensorFlowLowering<K> };
