/** Lowered networks with their weights as constants. */
import type { TensorMap } from '../ir/tensorType.js';
import type { OnnxDimension, OnnxModel } from '../lowering/onnx/onnxModel.js';
import type { TensorFlowGraph } from '../lowering/tensorflow/tensorflowGraph.js';

/** The model with all inputs that have weights as initializers. */
export function freezeOnnx(
  model: OnnxModel<OnnxDimension>,
  weights: TensorMap,
): OnnxModel<OnnxDimension> {
  const initializers = [...weights].map(([name, tensor]) => ({ name, ...tensor }));
  return {
    ...model,
    inputs: model.inputs.filter(({ name }) => !weights.has(name)),
    initializers: [...model.initializers, ...initializers],
  };
}

/** The graph with all placeholders that have weights as constants. */
export function freezeTensorFlow(graph: TensorFlowGraph, weights: TensorMap): TensorFlowGraph {
  const nodes = new Map(
    graph.inputs.flatMap(({ name, node }) => {
      const tensor = weights.get(name);
      return tensor ? [[node, tensor] as const] : [];
    }),
  );
  return {
    ...graph,
    inputs: graph.inputs.filter(({ name }) => !weights.has(name)),
    nodes: graph.nodes.map((node) => {
      const tensor = nodes.get(node.name);
      if (!tensor) return node;
      const attributes = { dtype: { type: tensor.dtype }, value: { tensor } };
      return { ...node, op: 'Const', attributes };
    }),
  };
}
