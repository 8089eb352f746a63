/** Shape rules of the kernels that sum over axes: reductions, matrix products and convolutions. */
import { broadcastShape, keptShape, sameShape } from '../broadcast.js';
import { convOutputSizes, spatialPair } from '../convGeometry.js';
import type { ConvAttributes, Kernels } from '../kernels.js';
import type { DType, Shape, TensorType } from '../tensorType.js';
import {
  demand,
  demandAxes,
  demandDtype,
  demandRank,
  demandWhole,
  one,
  two,
  type ShapeRules,
} from './rule.js';

function reduction(...operands: readonly DType[]) {
  return (
    inputs: readonly TensorType[],
    { axis, keepDims }: Kernels['Sum']['attributes'],
  ): TensorType => {
    const x = one(inputs);
    demandDtype(x, ...operands);
    demandAxes('axis', axis, x.shape.length);
    const shape = keepDims
      ? keptShape(x.shape, axis)
      : x.shape.filter((_, at) => !axis.includes(at));
    return { dtype: x.dtype, shape };
  };
}

/** Rows and columns of a matrix after transposition. */
function matrixSides(name: string, shape: Shape, transposed: boolean): readonly [number, number] {
  const [rows, columns] = shape.slice(-2);
  demand(
    rows !== undefined && columns !== undefined,
    () => `${name} must have at least 2 axes, has shape [${shape.join(',')}]`,
  );
  return transposed ? [columns, rows] : [rows, columns];
}

/** The output shape `[batch, height, width, out]` of a convolution. */
function convOutput(x: Shape, filter: Shape, { strides, padding }: ConvAttributes): Shape {
  demandRank('the image', x, 4);
  demandRank('the filter', filter, 4);
  demandWhole('strides', strides, 1);
  demandWhole('padding', padding.flat(), 0);
  const [batch = 0, , , channels = 0] = x;
  const [, , takes = 0, gives = 0] = filter;
  demand(
    channels === takes,
    () => `the image has ${channels} channels and the filter takes ${takes}`,
  );
  const sizes = convOutputSizes(spatialPair(x, 1), spatialPair(filter, 0), strides, padding);
  demand(
    sizes.every((size) => size > 0),
    () => 'the filter is larger than the padded image',
  );
  return [batch, ...sizes, gives];
}

/** Demands that the gradient `dy` has the shape of the convolution's output. */
function demandGradient(dy: Shape, output: Shape): void {
  demand(
    sameShape(dy, output),
    () => `dy has shape [${dy.join(',')}] where the convolution gives [${output.join(',')}]`,
  );
}

function twoReals(inputs: readonly TensorType[]): readonly [Shape, Shape] {
  const pair = two(inputs);
  for (const input of pair) demandDtype(input, 'float32');
  return [pair[0].shape, pair[1].shape];
}

/** The rules, by kernel. */
export const contractionRules = {
  Sum: reduction('float32', 'int32'),
  Mean: reduction('float32'),
  Max: reduction('float32', 'int32'),
  Min: reduction('float32', 'int32'),
  BatchMatMul: (inputs, { transposeA, transposeB }) => {
    const [a, b] = twoReals(inputs);
    const [rows, inner] = matrixSides('a', a, transposeA);
    const [takes, columns] = matrixSides('b', b, transposeB);
    demand(inner === takes, () => `the inner sizes ${inner} and ${takes} differ`);
    const batch = broadcastShape(a.slice(0, -2), b.slice(0, -2));
    demand(batch !== undefined, () => 'the batch axes do not broadcast');
    return { dtype: 'float32', shape: [...batch, rows, columns] };
  },
  Conv2D: (inputs, attributes) => {
    const [x, filter] = twoReals(inputs);
    return { dtype: 'float32', shape: convOutput(x, filter, attributes) };
  },
  Conv2DBackpropInput: (inputs, attributes) => {
    const [dy, filter] = twoReals(inputs);
    demandGradient(dy, convOutput(attributes.inputShape, filter, attributes));
    return { dtype: 'float32', shape: attributes.inputShape };
  },
  Conv2DBackpropFilter: (inputs, attributes) => {
    const [x, dy] = twoReals(inputs);
    demandGradient(dy, convOutput(x, attributes.filterShape, attributes));
    return { dtype: 'float32', shape: attributes.filterShape };
  },
} satisfies Partial<ShapeRules>;
