/** Lowers a kernel graph to an ONNX model. */
import { arrayOf } from '../../ir/arrays.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { translateGraph } from '../translateGraph.js';
import type { ConvForm } from './convolution/convForm.js';
import { convForms, directForms, nativeForms } from './convolution/forms.js';
import type { OnnxLowerings } from './lowering.js';
import { onnxContraction } from './lowerings/contraction.js';
import { onnxConvolution } from './lowerings/convolution.js';
import { onnxElementwise } from './lowerings/elementwise.js';
import { onnxLayout } from './lowerings/layout.js';
import { OnnxBuilder, type OnnxValue } from './onnxBuilder.js';
import type { OnnxModel } from './onnxModel.js';

/** The operators that a model may have. */
export interface OnnxDialect {
  /** Ways to compute convolutions, of which each takes the cheapest. */
  readonly forms: readonly ConvForm[];
  /** True for ONNX's own operators alone; else also those that onnxruntime adds to them. */
  readonly standard: boolean;
}

/** The fastest in onnxruntime on CPUs. */
const engineDialect: OnnxDialect = { forms: convForms, standard: false };

/** For every program that runs ONNX models; nodes are alike for every batch size. */
export const portableDialect: OnnxDialect = { forms: directForms, standard: true };

/** For the providers of onnxruntime that run on GPUs, which lack most operators of its own. */
export const deviceDialect: OnnxDialect = { forms: nativeForms, standard: true };

/** The model of a graph: inputs have the graph's names, outputs the graph's order. */
export function lowerToOnnx(
  graph: KernelGraph,
  { forms, standard }: OnnxDialect = engineDialect,
): OnnxModel {
  const onnx = new OnnxBuilder(standard);
  const lowerings: OnnxLowerings = {
    ...onnxElementwise,
    ...onnxLayout,
    ...onnxContraction,
    ...onnxConvolution(forms, onnx),
  };
  const valueOf = translateGraph<OnnxValue>(graph, {
    input: ({ name }, { dtype, shape }) => onnx.input(name, dtype, shape),
    constant: (content, { dtype, shape }) =>
      'fill' in content
        ? onnx.scalar(content.fill, dtype, shape)
        : onnx.constant({ dtype, shape, data: arrayOf[dtype].from(content.data) }),
    kernel: (kernel, call, origin) => {
      onnx.from(origin);
      return lowerings[kernel](call, onnx);
    },
  });
  return onnx.finish(
    graph.name,
    graph.outputs.map(({ value }) => valueOf(value)),
  );
}
