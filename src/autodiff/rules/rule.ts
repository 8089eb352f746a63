/** The type of the gradient rules of kernels. */
import type { Operands } from '../../ir/kernelCall.js';
import type { KernelName, Kernels } from '../../ir/kernels.js';
import type { Tensor } from '../../tf.js';
import type { Recorder } from '../../trace/record.js';

/** A kernel call, and the gradient with respect to its output. */
export interface GradientCall<K extends KernelName> {
  readonly inputs: Operands<K, Tensor>;
  readonly output: Tensor;
  readonly attributes: Kernels[K]['attributes'];
  readonly gradient: Tensor;
  /** Records kernels that no tfjs function calls. */
  readonly recorder: Recorder;
}

/** Computes the gradient with respect to one input, where it is needed; null for inputs that are not float32. */
export type Pull = (() => Tensor) | null;

/**
 * Gradients with respect to each input, computed by tfjs functions on recorded tensors, so that they can be differentiated
 * again. `zero` for kernels whose derivative is 0 almost everywhere.
 */
export type Rule<K extends KernelName> = ((call: GradientCall<K>) => Operands<K, Pull>) | 'zero';

export type Rules = { readonly [K in KernelName]: Rule<K> };
