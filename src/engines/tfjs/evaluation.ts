/** Type of the tfjs implementations of kernels. */
import type { KernelName } from '../../ir/kernels.js';
import type { Tensor } from '../../tf.js';
import type { KernelCall } from '../../ir/kernelCall.js';

/** Computes a kernel call in a `tf.tidy` of its own; the result may share its data with an operand. */
export type Evaluation<K extends KernelName> = (call: KernelCall<K, Tensor>) => Tensor;

/** An evaluation for each kernel; TypeScript reports a missing one. */
export type Evaluations = { readonly [K in KernelName]: Evaluation<K> };
