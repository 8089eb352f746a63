/** How the gradient of a kernel is written. */
import type { Operands } from '../../ir/kernelCall.js';
import type { KernelName, Kernels } from '../../ir/kernels.js';
import type { Tensor } from '../../tf.js';
import type { Recorder } from '../../trace/record.js';

/** A kernel call, and the gradient of the result with respect to its output. */
export interface Call<K extends KernelName> {
  readonly inputs: Operands<K, Tensor>;
  readonly output: Tensor;
  readonly attributes: Kernels[K]['attributes'];
  readonly gradient: Tensor;
  /** For kernels that no tfjs function records. */
  readonly recorder: Recorder;
}

/** Computes the gradient with respect to one input, when it is asked for; null for inputs that are no real numbers. */
export type Pull = (() => Tensor) | null;

/**
 * Gradients with respect to each input, in tfjs functions on recorded tensors: they are recorded, and can be
 * differentiated again. `zero` where the output does not change with small changes of the inputs.
 */
export type Rule<K extends KernelName> = ((call: Call<K>) => Operands<K, Pull>) | 'zero';

export type Rules = { readonly [K in KernelName]: Rule<K> };
