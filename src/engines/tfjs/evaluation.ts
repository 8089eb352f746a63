/** The form of an evaluation: from a kernel call to the tensor that tfjs computes. */
import type { KernelName } from '../../ir/kernels.js';
import type { Tensor } from '../../tf.js';
import type { KernelCall } from '../../ir/kernelCall.js';

/** Runs in a tidy of its own; the result may share its data with an operand. */
export type Evaluation<K extends KernelName> = (call: KernelCall<K, Tensor>) => Tensor;

/** A closed table: a kernel that tfjs cannot evaluate does not compile. */
export type Evaluations = { readonly [K in KernelName]: Evaluation<K> };
