/** The ONNX model of a graph whose outputs are named after those of the graph. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { lowerToOnnx, type OnnxDialect } from '../lowering/onnx/lowerToOnnx.js';
import type { OnnxModel } from '../lowering/onnx/onnxModel.js';
import { outputName } from '../lowering/outputName.js';

/**
 * The model with its outputs named by `outputName`.
 * @param dialect Default: that of the onnx engine.
 */
export function namedModel(graph: KernelGraph, dialect?: OnnxDialect): OnnxModel {
  const model = lowerToOnnx(graph, dialect);
  const names = new Map<string, string>();
  graph.outputs.forEach((output, at) => {
    const tensor = model.outputs[at]?.name;
    if (tensor === undefined) throw new InternalError(`graph ${graph.name} lost an output`);
    names.set(tensor, outputName(output));
  });
  const named = (tensor: string): string => names.get(tensor) ?? tensor;
  return {
    ...model,
    nodes: model.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(named),
      outputs: node.outputs.map(named),
    })),
    outputs: model.outputs.map((output) => ({ ...output, name: named(output.name) })),
  };
}
