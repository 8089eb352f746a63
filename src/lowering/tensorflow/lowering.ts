/** Type of the lowerings of kernels to TensorFlow operations. */
import type { KernelCall } from '../../ir/kernelCall.js';
import type { KernelName } from '../../ir/kernels.js';
import type { TensorFlowBuilder, TensorFlowValue } from './tensorflowBuilder.js';

/** Adds operations to the graph and returns the call's result. */
export type TensorFlowLowering<K extends KernelName> = (
  call: KernelCall<K, TensorFlowValue>,
  graph: TensorFlowBuilder,
) => TensorFlowValue;

/** A lowering for each kernel; TypeScript reports a missing one. */
export type TensorFlowLowerings = { readonly [K in KernelName]: TensorFlowLowering<K> };
