/** Lowerings to operations of TensorFlow's library that graph models do not have, or that work otherwise there. */
import { sameShape } from '../../../ir/broadcast.js';
import type { KernelCall } from '../../../ir/kernelCall.js';
import type { ConvAttributes } from '../../../ir/kernels.js';
import type { Shape } from '../../../ir/tensorType.js';
import type { TensorFlowLowerings } from '../lowering.js';
import type { TensorFlowBuilder, TensorFlowValue } from '../tensorflowBuilder.js';
import type { TensorFlowNode } from '../tensorflowGraph.js';
import { convAttributes } from './contraction.js';

/** A factor that takes every normal number beyond ±1. */
const large = 1e38;

/** By arithmetic, which keeps NaN and is several times faster than a choice between two numbers. */
function stepOf(
  { inputs: [x], attributes: { alpha }, output }: KernelCall<'Step', TensorFlowValue>,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  const number = (value: number) => graph.scalar(value, x.dtype);
  const steep = x.dtype === 'float32' ? graph.op('Mul', [x, number(large)], output) : x;
  const positive = graph.op('ClipByValue', [steep, number(0), number(1)], output);
  if (alpha === 0) return positive;
  const rise = graph.op('Mul', [positive, number(1 - alpha)], output);
  return graph.op('AddV2', [rise, number(alpha)], output);
}

/** Attributes of a convolution of images by filters of these shapes. */
function namedPadding(
  attributes: ConvAttributes,
  images: Shape,
  filters: Shape,
): TensorFlowNode['attributes'] {
  const common = convAttributes(attributes);
  const padding = paddingName(attributes, images, filters);
  return padding === undefined
    ? common
    : { ...common, padding: { string: padding }, explicit_paddings: { ints: [] } };
}

/** `VALID` or `SAME` where that means the same zeros: TensorFlow is several times faster then. */
function paddingName(
  { strides, padding }: ConvAttributes,
  images: Shape,
  filters: Shape,
): 'VALID' | 'SAME' | undefined {
  if (padding.flat().every((zeros) => zeros === 0)) return 'VALID';
  const isSame = padding.every(([before, after], axis) => {
    const [size = 1, filter = 1, stride = 1] = [images[axis + 1], filters[axis], strides[axis]];
    const zeros = Math.max((Math.ceil(size / stride) - 1) * stride + filter - size, 0);
    return before === Math.floor(zeros / 2) && before + after === zeros;
  });
  return isSame ? 'SAME' : undefined;
}

/** Lowerings by kernel. */
export const tensorflowOfLibrary = {
  Step: (call, graph) => {
    const { inputs, attributes } = call;
    return { ...stepOf(call, graph), step: { of: inputs[0], slope: attributes.alpha } };
  },
  // Through a rectifier, gradients pass in one operation.
  Multiply: ({ inputs: [a, b], output }, graph) => {
    const [step, dy] = a.step ? [a.step, b] : [b.step, a];
    return step && output.dtype === 'float32' && sameShape(step.of.shape, dy.shape)
      ? graph.op('LeakyReluGrad', [dy, step.of], {
          ...output,
          attributes: { alpha: { float: step.slope } },
        })
      : graph.op('Mul', [a, b], output);
  },
  BatchMatMul: ({ inputs, attributes: { transposeA, transposeB }, output }, graph) => {
    const [a, b] = [{ bool: transposeA }, { bool: transposeB }];
    // The product of two matrices has an operation of its own, which is faster.
    return inputs.every(({ shape }) => shape.length === 2)
      ? graph.op('MatMul', inputs, { ...output, attributes: { transpose_a: a, transpose_b: b } })
      : graph.op('BatchMatMulV2', inputs, { ...output, attributes: { adj_x: a, adj_y: b } });
  },
  Conv2D: ({ inputs: [x, filter], attributes, output }, graph) =>
    graph.op('Conv2D', [x, filter], {
      ...output,
      attributes: namedPadding(attributes, x.shape, filter.shape),
    }),
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }, graph) =>
    graph.op('Conv2DBackpropInput', [graph.list(attributes.inputShape), filter, dy], {
      ...output,
      attributes: namedPadding(attributes, attributes.inputShape, filter.shape),
    }),
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }, graph) =>
    graph.op('Conv2DBackpropFilter', [x, graph.list(attributes.filterShape), dy], {
      ...output,
      attributes: namedPadding(attributes, x.shape, attributes.filterShape),
    }),
} satisfies Partial<TensorFlowLowerings>;
