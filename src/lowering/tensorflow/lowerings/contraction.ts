/** Lowerings of reductions, matrix products and convolutions. */
import { sameShape } from '../../../ir/broadcast.js';
import type { ConvAttributes } from '../../../ir/kernels.js';
import type { Shape, TensorType } from '../../../ir/tensorType.js';
import type { TensorFlowLowerings } from '../lowering.js';
import { transposed } from '../shapes.js';
import type { TensorFlowBuilder, TensorFlowValue } from '../tensorflowBuilder.js';
import type { TensorFlowNode } from '../tensorflowGraph.js';

interface ReductionCall {
  readonly inputs: readonly [TensorFlowValue];
  readonly attributes: { readonly axis: readonly number[]; readonly keepDims: boolean };
  readonly output: TensorType;
}

function reduction(op: string) {
  return ({ inputs: [x], attributes, output }: ReductionCall, graph: TensorFlowBuilder) => {
    if (attributes.axis.length === 0) return x;
    const keep = { keep_dims: { bool: attributes.keepDims } };
    return graph.op(op, [x, graph.list(attributes.axis)], { ...output, attributes: keep });
  };
}

/** The matrices repeated to a stack of this shape: tfjs repeats the wrong ones where both operands need it. */
function stacked(x: TensorFlowValue, stack: Shape, graph: TensorFlowBuilder): TensorFlowValue {
  const shape = [...stack, ...x.shape.slice(-2)];
  if (sameShape(x.shape, shape)) return x;
  return graph.op('BroadcastTo', [x, graph.list(shape)], { dtype: x.dtype, shape });
}

/** Zeros are given in numbers for all four axes: `SAME` would mean others where a stride meets an odd size. */
export function convAttributes(
  { strides, padding }: ConvAttributes,
  dilations: readonly [number, number] = [1, 1],
): TensorFlowNode['attributes'] {
  return {
    data_format: { string: 'NHWC' },
    strides: { ints: [1, ...strides, 1] },
    dilations: { ints: [1, ...dilations, 1] },
    padding: { string: 'EXPLICIT' },
    explicit_paddings: { ints: [0, 0, ...padding.flat(), 0, 0] },
  };
}

/** Lowerings by kernel. */
export const tensorflowContraction = {
  Sum: reduction('Sum'),
  Mean: reduction('Mean'),
  Max: reduction('Max'),
  Min: reduction('Min'),
  BatchMatMul: ({ inputs: [a, b], attributes: { transposeA, transposeB }, output }, graph) => {
    const stack = output.shape.slice(0, -2);
    const attributes = { adj_x: { bool: transposeA }, adj_y: { bool: transposeB } };
    const operands = [stacked(a, stack, graph), stacked(b, stack, graph)];
    return graph.op('BatchMatMulV2', operands, { ...output, attributes });
  },
  Conv2D: ({ inputs, attributes, output }, graph) =>
    graph.op('Conv2D', inputs, { ...output, attributes: convAttributes(attributes) }),
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }, graph) =>
    graph.op('Conv2DBackpropInput', [graph.list(attributes.inputShape), filter, dy], {
      ...output,
      attributes: { ...convAttributes(attributes), T: { type: dy.dtype } },
    }),
  // tf.loadGraphModel knows no Conv2DBackpropFilter. The filter's gradient is a convolution of the images by dy,
  // with the batch in the place of the channels and the strides in that of the dilations.
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }, graph) => {
    const { strides, padding, filterShape } = attributes;
    const [height = 1, width = 1, inputs = 1, outputs = 1] = filterShape;
    const operands = [transposed(x, [3, 1, 2, 0], graph), transposed(dy, [1, 2, 0, 3], graph)];
    const shape = [inputs, height, width, outputs];
    const windows = graph.op('Conv2D', operands, {
      dtype: output.dtype,
      shape,
      attributes: convAttributes({ strides: [1, 1], padding }, strides),
    });
    // Rows and columns that no stride reaches make windows beyond the filter.
    const bounds = [graph.list([0, 0, 0, 0]), graph.list(shape)];
    const filter = graph.op('Slice', [windows, ...bounds], { dtype: output.dtype, shape });
    return transposed(filter, [1, 2, 0, 3], graph);
  },
} satisfies Partial<TensorFlowLowerings>;
