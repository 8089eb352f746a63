/** Lowerings of reductions, matrix products and convolutions. */
import { sameShape } from '../../../ir/broadcast.js';
import type { ConvAttributes } from '../../../ir/kernels.js';
import type { Shape, TensorType } from '../../../ir/tensorType.js';
import { attr, type AttrValue } from '../../../export/graphModel.js';
import type { GraphModelBuilder, GraphModelValue } from '../graphModelBuilder.js';
import type { Lowerings } from '../lowering.js';

interface ReductionCall {
  readonly inputs: readonly [GraphModelValue];
  readonly attributes: { readonly axis: readonly number[]; readonly keepDims: boolean };
  readonly output: TensorType;
}

function reduction(op: string) {
  return ({ inputs: [x], attributes, output }: ReductionCall, model: GraphModelBuilder) => {
    if (attributes.axis.length === 0) return x;
    const keep = { keep_dims: attr.flag(attributes.keepDims) };
    return model.op(op, [x, model.list(attributes.axis)], { ...output, attributes: keep });
  };
}

/** The matrices repeated to a stack of this shape: tfjs repeats the wrong ones where both operands need it. */
function stacked(x: GraphModelValue, stack: Shape, model: GraphModelBuilder): GraphModelValue {
  const shape = [...stack, ...x.shape.slice(-2)];
  if (sameShape(x.shape, shape)) return x;
  return model.op('BroadcastTo', [x, model.list(shape)], { dtype: x.dtype, shape });
}

/** Zeros are given in numbers for all four axes: `SAME` would mean others where a stride meets an odd size. */
function convAttributes(
  { strides, padding }: ConvAttributes,
  dilations: readonly [number, number] = [1, 1],
): Readonly<Record<string, AttrValue>> {
  return {
    data_format: attr.text('NHWC'),
    strides: attr.wholes([1, ...strides, 1]),
    dilations: attr.wholes([1, ...dilations, 1]),
    padding: attr.text('EXPLICIT'),
    explicit_paddings: attr.wholes([0, 0, ...padding.flat(), 0, 0]),
  };
}

function transposed(
  x: GraphModelValue,
  perm: readonly number[],
  model: GraphModelBuilder,
): GraphModelValue {
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  return model.op('Transpose', [x, model.list(perm)], { dtype: x.dtype, shape });
}

/** The lowerings, by kernel. */
export const contractionLowerings = {
  Sum: reduction('Sum'),
  Mean: reduction('Mean'),
  Max: reduction('Max'),
  Min: reduction('Min'),
  BatchMatMul: ({ inputs: [a, b], attributes: { transposeA, transposeB }, output }, model) => {
    const stack = output.shape.slice(0, -2);
    const attributes = { adj_x: attr.flag(transposeA), adj_y: attr.flag(transposeB) };
    const operands = [stacked(a, stack, model), stacked(b, stack, model)];
    return model.op('BatchMatMulV2', operands, { ...output, attributes });
  },
  Conv2D: ({ inputs, attributes, output }, model) =>
    model.op('Conv2D', inputs, { ...output, attributes: convAttributes(attributes) }),
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, output }, model) =>
    model.op('Conv2DBackpropInput', [model.list(attributes.inputShape), filter, dy], {
      ...output,
      attributes: { ...convAttributes(attributes), T: attr.type(dy.dtype) },
    }),
  // tf.loadGraphModel knows no Conv2DBackpropFilter. The filter's gradient is a convolution of the images by dy,
  // with the batch in the place of the channels and the strides in that of the dilations.
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, output }, model) => {
    const { strides, padding, filterShape } = attributes;
    const [height = 1, width = 1, inputs = 1, outputs = 1] = filterShape;
    const operands = [transposed(x, [3, 1, 2, 0], model), transposed(dy, [1, 2, 0, 3], model)];
    const shape = [inputs, height, width, outputs];
    const windows = model.op('Conv2D', operands, {
      dtype: output.dtype,
      shape,
      attributes: convAttributes({ strides: [1, 1], padding }, strides),
    });
    // Rows and columns that no stride reaches make windows beyond the filter.
    const bounds = [model.list([0, 0, 0, 0]), model.list(shape)];
    const filter = model.op('Slice', [windows, ...bounds], { dtype: output.dtype, shape });
    return transposed(filter, [1, 2, 0, 3], model);
  },
} satisfies Partial<Lowerings>;
