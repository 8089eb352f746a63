/** A KernelGraph as an ONNX model. */
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelGraph, KernelNode, ValueId } from '../../ir/kernelGraph.js';
import type { KernelName } from '../../ir/kernels.js';
import { callOf, typeOf } from '../../ir/kernelCall.js';
import { arrayOf } from '../../engines/sessionInputs.js';
import type { Lowerings } from './lowering.js';
import { contractionLowerings } from './lowerings/contraction.js';
import { convolutionLowerings } from './lowerings/convolution.js';
import { elementwiseLowerings } from './lowerings/elementwise.js';
import { layoutLowerings } from './lowerings/layout.js';
import { OnnxBuilder, type OnnxValue } from './onnxBuilder.js';
import type { OnnxModel } from './onnxModel.js';

/** One lowering for each kernel. */
export const lowerings: Lowerings = {
  ...elementwiseLowerings,
  ...layoutLowerings,
  ...contractionLowerings,
  ...convolutionLowerings,
};

/** A model whose inputs bear the graph's names, and whose outputs are in the order of the graph's. */
export function lowerGraph(graph: KernelGraph): OnnxModel {
  const onnx = new OnnxBuilder();
  const values = new Map<ValueId, OnnxValue>();
  for (const { name, value } of graph.inputs) {
    const { dtype, shape } = typeOf(graph, value);
    values.set(value, onnx.input(name, dtype, shape));
  }
  for (const { value, content } of graph.constants) {
    const { dtype, shape } = typeOf(graph, value);
    const made =
      'fill' in content
        ? onnx.scalar(content.fill, dtype, shape)
        : onnx.constant({ dtype, shape, data: arrayOf[dtype].from(content.data) });
    values.set(value, made);
  }
  const valueOf = (id: ValueId): OnnxValue => {
    const value = values.get(id);
    if (value === undefined) throw new InternalError(`graph ${graph.name} uses %${id} too early`);
    return value;
  };
  for (const node of graph.nodes) {
    onnx.from(node.origin);
    values.set(node.output, lowerNode(node, graph, valueOf, onnx));
  }
  return onnx.finish(
    graph.name,
    graph.outputs.map(({ value }) => valueOf(value)),
  );
}

function lowerNode<K extends KernelName>(
  node: KernelNode<K>,
  graph: KernelGraph,
  valueOf: (id: ValueId) => OnnxValue,
  onnx: OnnxBuilder,
): OnnxValue {
  return lowerings[node.kernel](callOf(node, graph, valueOf), onnx);
}
