/** What a lowering is: a kernel call in, the ONNX operators that do the same out. */
import type { KernelName } from '../../ir/kernels.js';
import type { KernelCall } from '../../ir/kernelCall.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/** Adds to the model what computes the call's result. */
export type Lowering<K extends KernelName> = (
  call: KernelCall<K, OnnxValue>,
  onnx: OnnxBuilder,
) => OnnxValue;

/** A closed table: a kernel without a lowering does not compile. */
export type Lowerings = { readonly [K in KernelName]: Lowering<K> };
