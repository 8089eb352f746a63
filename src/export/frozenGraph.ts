/** A network's graph with its weights as constants. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import { lowerToTensorFlow } from '../lowering/tensorflow/lowerToTensorFlow.js';
import type { TensorFlowGraph } from '../lowering/tensorflow/tensorflowGraph.js';

/**
 * The graph in TensorFlow operations: feeds are placeholders, state inputs are constants, results are the outputs.
 * @param state Has every state input of the graph.
 */
export function freezeGraph(graph: KernelGraph, state: TensorMap): TensorFlowGraph {
  const results = graph.outputs.filter(({ kind }) => kind === 'result');
  const lowered = lowerToTensorFlow({ ...graph, outputs: results });
  const weights = new Map(
    lowered.inputs
      .filter(({ kind }) => kind === 'state')
      .map(({ name, node }) => {
        const tensor = state.get(name);
        if (tensor) return [node, tensor] as const;
        throw new InternalError(`graph ${graph.name} reads "${name}", which the state lacks`);
      }),
  );
  return {
    ...lowered,
    inputs: lowered.inputs.filter(({ kind }) => kind === 'feed'),
    nodes: lowered.nodes.map((node) => {
      const tensor = weights.get(node.name);
      if (!tensor) return node;
      const attributes = { dtype: { type: tensor.dtype }, value: { tensor } };
      return { ...node, op: 'Const', attributes };
    }),
  };
}
