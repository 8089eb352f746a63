/** Graphs of kernels in topological order, with named inputs and outputs. */
import type { KernelName, Kernels } from './kernels.js';
import type { TensorData, TensorType } from './tensorType.js';

/** Index of a value in its graph's `types`. */
export type ValueId = number;

/** One kernel call with one output. */
export interface KernelNode<K extends KernelName> {
  readonly kernel: K;
  /** In the order of the kernel's declared input names. */
  readonly inputs: readonly ValueId[];
  readonly attributes: Kernels[K]['attributes'];
  readonly output: ValueId;
  /** JSON Pointer of the part of the spec that the call comes from; empty where there is none. */
  readonly origin: string;
}

/** A node of any kernel, to be narrowed by `kernel`. */
export type AnyKernelNode = { [K in KernelName]: KernelNode<K> }[KernelName];

/** An input: `state` is kept between runs by the engine, a `feed` is given at every run. */
export interface GraphInput {
  readonly name: string;
  readonly value: ValueId;
  readonly kind: 'state' | 'feed';
}

/** A constant: filled with one number, or with given numbers. */
export interface GraphConstant {
  readonly value: ValueId;
  readonly content: { readonly fill: number } | { readonly data: TensorData['data'] };
}

/** An output: `state` replaces the state of that name after the run, a `result` is returned to the caller. */
export interface GraphOutput {
  readonly name: string;
  readonly value: ValueId;
  readonly kind: 'state' | 'result';
}

/** A static computation as plain data, which can be printed, compared and sent to a worker. */
export interface KernelGraph {
  readonly name: string;
  readonly types: readonly TensorType[];
  readonly inputs: readonly GraphInput[];
  readonly constants: readonly GraphConstant[];
  readonly nodes: readonly AnyKernelNode[];
  readonly outputs: readonly GraphOutput[];
}
