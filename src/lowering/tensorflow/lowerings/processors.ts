/** Lowerings to operations of TensorFlow's library that are faster on processors. */
import { geometryOf, type ConvGeometry } from '../../convolution/geometry.js';
import { wholeMapPays } from '../convolution/wholeMapCost.js';
import { WholeMapConvolution } from '../convolution/wholeMapConvolution.js';
import type { TensorFlowLowerings } from '../lowering.js';
import type { TensorFlowBuilder } from '../tensorflowBuilder.js';
import { tensorflowOfLibrary } from './library.js';

/** The convolution by whole maps, where that is faster. */
function wholeMap(
  geometry: ConvGeometry,
  graph: TensorFlowBuilder,
): WholeMapConvolution | undefined {
  return wholeMapPays(geometry) ? new WholeMapConvolution(geometry, graph) : undefined;
}

/** Lowerings by kernel. */
export const tensorflowOnProcessors = {
  Conv2D: (call, graph) => {
    const { inputs, attributes, output } = call;
    const [x, filter] = inputs;
    const geometry = geometryOf(x.shape, filter.shape, output.shape, attributes);
    const transformed = wholeMap(geometry, graph)?.forward(...inputs);
    return transformed ?? tensorflowOfLibrary.Conv2D(call, graph);
  },
  Conv2DBackpropInput: (call, graph) => {
    const { inputs, attributes, output } = call;
    const [dy, filter] = inputs;
    const geometry = geometryOf(output.shape, filter.shape, dy.shape, attributes);
    const transformed = wholeMap(geometry, graph)?.inputGradient(...inputs);
    return transformed ?? tensorflowOfLibrary.Conv2DBackpropInput(call, graph);
  },
  Conv2DBackpropFilter: (call, graph) => {
    const { inputs, attributes, output } = call;
    const [x, dy] = inputs;
    const geometry = geometryOf(x.shape, output.shape, dy.shape, attributes);
    const transformed = wholeMap(geometry, graph)?.filterGradient(...inputs);
    return transformed ?? tensorflowOfLibrary.Conv2DBackpropFilter(call, graph);
  },
} satisfies Partial<TensorFlowLowerings>;
