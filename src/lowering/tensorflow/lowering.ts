/** What a lowering is: a kernel call in, the TensorFlow operations that do the same out. */
import type { KernelCall } from '../../ir/kernelCall.js';
import type { KernelName } from '../../ir/kernels.js';
import type { GraphModelBuilder, GraphModelValue } from './graphModelBuilder.js';

/** Adds to the model what computes the call's result. */
export type Lowering<K extends KernelName> = (
  call: KernelCall<K, GraphModelValue>,
  model: GraphModelBuilder,
) => GraphModelValue;

/** A closed table: a kernel without a lowering does not compile. */
export type Lowerings = { readonly [K in KernelName]: Lowering<K> };
