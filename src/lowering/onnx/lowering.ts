/** Type of the lowerings of kernels to ONNX operators. */
import type { KernelCall } from '../../ir/kernelCall.js';
import type { KernelName } from '../../ir/kernels.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/** Adds operators to the model and returns the call's result. */
export type OnnxLowering<K extends KernelName> = (
  call: KernelCall<K, OnnxValue>,
  onnx: OnnxBuilder,
) => OnnxValue;

/** A lowering for each kernel; TypeScript reports a missing one. */
export type OnnxLowerings = { readonly [K in KernelName]: OnnxLowering<K> };
