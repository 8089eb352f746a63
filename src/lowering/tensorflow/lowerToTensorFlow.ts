/** Lowers a kernel graph to TensorFlow operations. */
import { arrayOf } from '../../ir/arrays.js';
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { translateGraph } from '../translateGraph.js';
import type { TensorFlowLowerings } from './lowering.js';
import { tensorflowContraction } from './lowerings/contraction.js';
import { tensorflowOfLibrary } from './lowerings/library.js';
import { tensorflowElementwise } from './lowerings/elementwise.js';
import { tensorflowLayout } from './lowerings/layout.js';
import { tensorflowOnProcessors } from './lowerings/processors.js';
import { TensorFlowBuilder, type TensorFlowValue } from './tensorflowBuilder.js';
import type { TypedTensorFlowGraph } from './tensorflowGraph.js';

/** Lowerings to the operations of graph models, as `tf.loadGraphModel` knows them. */
const forGraphModels: TensorFlowLowerings = {
  ...tensorflowElementwise,
  ...tensorflowLayout,
  ...tensorflowContraction,
};

/** Lowerings to all operations of TensorFlow's own library. */
export const forLibrary: TensorFlowLowerings = { ...forGraphModels, ...tensorflowOfLibrary };

/** Those that are fastest on processors. */
export const forProcessors: TensorFlowLowerings = { ...forLibrary, ...tensorflowOnProcessors };

/**
 * The TensorFlow graph of a kernel graph: inputs, state among them, are placeholders; outputs keep their order.
 *
 * @param lowerings One for each kernel; default: to the operations of graph models.
 */
export function lowerToTensorFlow(
  graph: KernelGraph,
  lowerings: TensorFlowLowerings = forGraphModels,
): TypedTensorFlowGraph {
  const tensorflow = new TensorFlowBuilder();
  const valueOf = translateGraph<TensorFlowValue>(graph, {
    input: (input, type) => tensorflow.input(input, type),
    constant: (content, type) =>
      'fill' in content
        ? tensorflow.fill(content.fill, type)
        : tensorflow.constant({ ...type, data: arrayOf[type.dtype].from(content.data) }),
    kernel: (kernel, call) => lowerings[kernel](call, tensorflow),
  });
  for (const output of graph.outputs) tensorflow.output(output, valueOf(output.value));
  return tensorflow.finish();
}
