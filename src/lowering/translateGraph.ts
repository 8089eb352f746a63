/** Translates a graph into another form: inputs first, then constants, then kernels in their order. */
import { InternalError } from '../diagnostics/errors.js';
import { callOf, type KernelCall } from '../ir/kernelCall.js';
import type {
  GraphConstant,
  GraphInput,
  KernelGraph,
  KernelNode,
  ValueId,
} from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import type { TensorType } from '../ir/tensorType.js';
import { typeOf } from '../ir/typeOf.js';

/** Translations of the parts of a graph; `Value` is a reference to a tensor of the target form. */
export interface Translator<Value> {
  input(input: GraphInput, type: TensorType): Value;
  constant(content: GraphConstant['content'], type: TensorType): Value;
  /** @param origin JSON Pointer of the piece of the spec that the call came from. */
  kernel<K extends KernelName>(kernel: K, call: KernelCall<K, Value>, origin: string): Value;
}

/**
 * @returns The translation of each value of the graph.
 * @throws InternalError where a value is used before its definition.
 */
export function translateGraph<Value>(
  graph: KernelGraph,
  translator: Translator<Value>,
): (id: ValueId) => Value {
  const values = new Map<ValueId, Value>();
  const valueOf = (id: ValueId): Value => {
    const value = values.get(id);
    if (value === undefined) throw new InternalError(`graph ${graph.name} uses %${id} too early`);
    return value;
  };
  for (const input of graph.inputs) {
    values.set(input.value, translator.input(input, typeOf(graph, input.value)));
  }
  for (const { value, content } of graph.constants) {
    values.set(value, translator.constant(content, typeOf(graph, value)));
  }
  for (const node of graph.nodes) {
    values.set(node.output, translateNode(node, graph, valueOf, translator));
  }
  return valueOf;
}

function translateNode<K extends KernelName, Value>(
  node: KernelNode<K>,
  graph: KernelGraph,
  valueOf: (id: ValueId) => Value,
  translator: Translator<Value>,
): Value {
  return translator.kernel(node.kernel, callOf(node, graph, valueOf), node.origin);
}
