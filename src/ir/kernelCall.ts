/** A kernel call with its operands in a representation of the caller's choice: tensors of an engine, nodes of a model. */
import type { KernelGraph, KernelNode, ValueId } from './kernelGraph.js';
import type { KernelName, Kernels } from './kernels.js';
import type { TensorType } from './tensorType.js';
import { typeOf } from './typeOf.js';

/** One value for every declared name. */
type PerName<Names extends readonly string[], Value> = { readonly [I in keyof Names]: Value };

/** The operands of a kernel, in the order of its declared input names. */
export type Operands<K extends KernelName, Value> = PerName<Kernels[K]['inputs'], Value>;

/** The operands of one node, its attributes and the type of its result. */
export interface KernelCall<K extends KernelName, Value> {
  readonly inputs: Operands<K, Value>;
  readonly attributes: Kernels[K]['attributes'];
  readonly output: TensorType;
}

/**
 * The call that a node stands for.
 *
 * @param valueOf The caller's representation of each operand.
 */
export function callOf<K extends KernelName, Value>(
  node: KernelNode<K>,
  graph: KernelGraph,
  valueOf: (id: ValueId) => Value,
): KernelCall<K, Value> {
  const inputs = node.inputs.map(valueOf);
  return {
    // A verified graph gives every kernel as many inputs as it declares, which a list type cannot say.
    inputs: inputs as unknown as Operands<K, Value>,
    attributes: node.attributes,
    output: typeOf(graph, node.output),
  };
}
