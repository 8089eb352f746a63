/** One kernel call with its operands in an engine's own representation. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph, KernelNode, ValueId } from './kernelGraph.js';
import type { KernelName, Kernels } from './kernels.js';
import type { TensorType } from './tensorType.js';

/** One value for every declared name. */
type PerName<Names extends readonly string[], Value> = { readonly [I in keyof Names]: Value };

/** The operands of a kernel, in the order of its declared input names. */
export type Operands<K extends KernelName, Value> = PerName<Kernels[K]['inputs'], Value>;

/** What an engine's table gets for one node: the operands, the attributes and the type of the result. */
export interface KernelCall<K extends KernelName, Value> {
  readonly inputs: Operands<K, Value>;
  readonly attributes: Kernels[K]['attributes'];
  readonly output: TensorType;
}

/**
 * The call that a node stands for.
 *
 * @param valueOf The engine's value of each operand.
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

/** @throws InternalError where the graph has no such value. */
export function typeOf(graph: KernelGraph, id: ValueId): TensorType {
  const type = graph.types[id];
  if (type === undefined) throw new InternalError(`graph ${graph.name} has no value %${id}`);
  return type;
}
