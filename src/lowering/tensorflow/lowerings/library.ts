/** Lowerings to operations of TensorFlow's library that graph models do not have, or that work otherwise there. */
import { sameShape } from '../../../ir/broadcast.js';
import type { KernelCall } from '../../../ir/kernelCall.js';
import type { ConvAttributes, SpatialPadding } from '../../../ir/kernels.js';
import type { Shape } from '../../../ir/tensorType.js';
import type { TensorFlowLowerings } from '../lowering.js';
import { cut, padded, withZeros } from '../shapes.js';
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

const noZeros: SpatialPadding = [
  [0, 0],
  [0, 0],
];

/** A convolution by the name of its zeros, with which TensorFlow is up to twice as fast. */
interface NamedConvolution {
  readonly attributes: TensorFlowNode['attributes'];
  /** Zeros that are to stand around the images before; none where the name covers them. */
  readonly around: SpatialPadding;
}

function named(attributes: ConvAttributes, images: Shape, filters: Shape): NamedConvolution {
  const isSame = meansSame(attributes, images, filters);
  return {
    attributes: {
      ...convAttributes(attributes),
      padding: { string: isSame ? 'SAME' : 'VALID' },
      explicit_paddings: { ints: [] },
    },
    around: isSame ? noZeros : attributes.padding,
  };
}

/** True where `SAME` means these zeros. */
function meansSame({ strides, padding }: ConvAttributes, images: Shape, filters: Shape): boolean {
  return padding.every(([before, after], axis) => {
    const [size = 1, filter = 1, stride = 1] = [images[axis + 1], filters[axis], strides[axis]];
    const zeros = Math.max((Math.ceil(size / stride) - 1) * stride + filter - size, 0);
    return before === Math.floor(zeros / 2) && before + after === zeros;
  });
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
  Conv2D: ({ inputs: [x, filter], attributes: given, output }, graph) => {
    const { attributes, around } = named(given, x.shape, filter.shape);
    return graph.op('Conv2D', [padded(x, around, graph), filter], { ...output, attributes });
  },
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes: given, output }, graph) => {
    const { attributes, around } = named(given, given.inputShape, filter.shape);
    const shape = withZeros(given.inputShape, around);
    const dx = graph.op('Conv2DBackpropInput', [graph.list(shape), filter, dy], {
      dtype: output.dtype,
      shape,
      attributes,
    });
    return cut(dx, [0, around[0][0], around[1][0], 0], given.inputShape, graph);
  },
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes: given, output }, graph) => {
    const { attributes, around } = named(given, x.shape, given.filterShape);
    const operands = [padded(x, around, graph), graph.list(given.filterShape), dy];
    return graph.op('Conv2DBackpropFilter', operands, { ...output, attributes });
  },
} satisfies Partial<TensorFlowLowerings>;
