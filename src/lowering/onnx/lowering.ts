/** The form of a lowering to ONNX: from a kernel call to the operators that compute the same. */
import type { KernelCall } from '../../ir/kernelCall.js';
import type { KernelName } from '../../ir/kernels.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/** Adds operators to the model and returns the call's result. */
export type OnnxLowering<K extends KernelName> = (
  call: KernelCall<K, OnnxValue>,
  onnx: OnnxBuilder,
) => OnnxValue;

/** A closed table: a kernel without a lowering does not compile. */
export type OnnxLowerings = { readonly [K in KernelName]: OnnxLowering<K> };
