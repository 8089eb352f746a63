/** Runs a graph kernel by kernel on tfjs's current backend. */
import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import { countUses } from '../../ir/countUses.js';
import { callOf } from '../../ir/kernelCall.js';
import type { KernelGraph, KernelNode, ValueId } from '../../ir/kernelGraph.js';
import type { KernelName } from '../../ir/kernels.js';
import { typeOf } from '../../ir/typeOf.js';
import { tf, type Tensor } from '../../tf.js';
import { evaluations } from './evaluations.js';

/**
 * Evaluates the nodes in order and frees each value after its last use.
 *
 * @param inputs A tensor for each of the graph's inputs, in order; they stay the caller's.
 * @returns A tensor for each of the graph's outputs, in order, for the caller to dispose of.
 */
export function evaluateGraph(graph: KernelGraph, inputs: readonly Tensor[]): Tensor[] {
  const uses = countUses(graph);
  const values = new Map<ValueId, Tensor>();
  const valueOf = (id: ValueId): Tensor => {
    const value = values.get(id);
    if (value === undefined) throw new InternalError(`graph ${graph.name} uses %${id} too early`);
    return value;
  };
  const release = (id: ValueId): void => {
    const left = (uses.get(id) ?? 0) - 1;
    uses.set(id, left);
    if (left > 0) return;
    valueOf(id).dispose();
    values.delete(id);
  };
  try {
    graph.inputs.forEach(({ value }, at) => {
      const given = inputs[at];
      if (given === undefined) throw new InternalError(`graph ${graph.name} misses an input`);
      values.set(value, tf.keep(tf.clone(given)));
    });
    for (const { value, content } of graph.constants) {
      const { dtype, shape, data } = zeroTensor(typeOf(graph, value));
      if ('fill' in content) data.fill(content.fill);
      else data.set(content.data);
      values.set(value, tf.keep(tf.tensor(data, [...shape], dtype)));
    }
    for (const node of graph.nodes) {
      values.set(node.output, tf.keep(tf.tidy(() => evaluateNode(node, graph, valueOf))));
      node.inputs.forEach(release);
      if (!uses.has(node.output)) release(node.output);
    }
    return graph.outputs.map(({ value }) => tf.keep(tf.clone(valueOf(value))));
  } finally {
    for (const value of values.values()) value.dispose();
  }
}

function evaluateNode<K extends KernelName>(
  node: KernelNode<K>,
  graph: KernelGraph,
  valueOf: (id: ValueId) => Tensor,
): Tensor {
  return evaluations[node.kernel](callOf(node, graph, valueOf));
}
