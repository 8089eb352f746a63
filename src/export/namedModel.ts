/** The ONNX model of a graph with names that a program can know: those of the graph. */
import { InternalError } from '../diagnostics/errors.js';
import { lowerGraph } from '../lowering/onnx/lowerGraph.js';
import type { OnnxModel } from '../lowering/onnx/onnxModel.js';
import type { GraphOutput, KernelGraph } from '../ir/kernelGraph.js';

/** Name of a model's output: results keep theirs; the next value of state `x` is `next/x`, since `x` is an input. */
export function outputName({ kind, name }: GraphOutput): string {
  return kind === 'state' ? `next/${name}` : name;
}

/** The model that the onnx engine runs, its outputs named by `outputName`. */
export function namedModel(graph: KernelGraph): OnnxModel {
  const model = lowerGraph(graph);
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
