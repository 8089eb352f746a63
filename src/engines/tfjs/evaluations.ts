/** The tfjs implementation of each kernel. */
import { InternalError } from '../../diagnostics/errors.js';
import { sameShape } from '../../ir/broadcast.js';
import type { SpatialPadding } from '../../ir/kernels.js';
import type { Shape } from '../../ir/tensorType.js';
import { tf, type Tensor, type Tensor4D } from '../../tf.js';
import type { Evaluations } from './evaluation.js';

type Unary = { readonly inputs: readonly [Tensor] };
type Binary = { readonly inputs: readonly [Tensor, Tensor] };
type Reduction = Unary & {
  readonly attributes: { readonly axis: readonly number[]; readonly keepDims: boolean };
};

function unary(op: (x: Tensor) => Tensor) {
  return ({ inputs: [x] }: Unary): Tensor => op(x);
}

function binary(op: (a: Tensor, b: Tensor) => Tensor) {
  return ({ inputs: [a, b] }: Binary): Tensor => op(a, b);
}

function reduction(op: (x: Tensor, axis: number[], keepDims: boolean) => Tensor) {
  return ({ inputs: [x], attributes: { axis, keepDims } }: Reduction): Tensor =>
    axis.length === 0 ? tf.clone(x) : op(x, [...axis], keepDims);
}

/** Padding of all four axes, in the form of tfjs kernels. */
function explicit(padding: SpatialPadding): [number, number][] {
  return [[0, 0], [...padding[0]], [...padding[1]], [0, 0]];
}

/** Runs a kernel for which tfjs has no public function that takes padding in numbers. */
function kernel(name: string, inputs: Record<string, Tensor>, attributes: object): Tensor {
  const result = tf.engine().runKernel(name, inputs, { ...attributes });
  if (!(result instanceof tf.Tensor)) throw new InternalError(`${name} has several results`);
  return result;
}

function images(x: Tensor): Tensor4D {
  if (x.rank !== 4) throw new InternalError(`images have 4 axes, got ${x.rank}`);
  return x as Tensor4D; // the rank is a type parameter that only the check above can know
}

/** Matrices broadcast to a stack of this shape: tfjs' own broadcasting is wrong where both operands need it. */
function stacked(x: Tensor, stack: Shape): Tensor {
  const shape = [...stack, ...x.shape.slice(-2)];
  return sameShape(x.shape, shape) ? x : tf.broadcastTo(x, shape);
}

const elementwise = {
  Add: binary(tf.add),
  Sub: binary(tf.sub),
  Multiply: binary(tf.mul),
  RealDiv: binary(tf.div),
  Maximum: binary(tf.maximum),
  Minimum: binary(tf.minimum),
  Pow: binary(tf.pow),
  Greater: binary(tf.greater),
  GreaterEqual: binary(tf.greaterEqual),
  Less: binary(tf.less),
  LessEqual: binary(tf.lessEqual),
  Equal: binary(tf.equal),
  NotEqual: binary(tf.notEqual),
  LogicalAnd: binary(tf.logicalAnd),
  LogicalOr: binary(tf.logicalOr),
  LogicalNot: unary(tf.logicalNot),
  Neg: unary(tf.neg),
  Abs: unary(tf.abs),
  Sign: unary(tf.sign),
  Floor: unary(tf.floor),
  Exp: unary(tf.exp),
  Expm1: unary(tf.expm1),
  Log: unary(tf.log),
  Log1p: unary(tf.log1p),
  Sqrt: unary(tf.sqrt),
  Rsqrt: unary(tf.rsqrt),
  Square: unary(tf.square),
  Reciprocal: unary(tf.reciprocal),
  Sin: unary(tf.sin),
  Cos: unary(tf.cos),
  Erf: unary(tf.erf),
  Tanh: unary(tf.tanh),
  Sigmoid: unary(tf.sigmoid),
  Softplus: unary(tf.softplus),
  Relu: unary(tf.relu),
  Elu: unary(tf.elu),
  LeakyRelu: ({ inputs: [x], attributes: { alpha } }) => tf.leakyRelu(x, alpha),
  Step: ({ inputs: [x], attributes: { alpha } }) => tf.step(x, alpha),
  ClipByValue: ({ inputs: [x], attributes: { clipValueMin, clipValueMax } }) =>
    tf.clipByValue(x, clipValueMin, clipValueMax),
  Cast: ({ inputs: [x], attributes: { dtype } }) => tf.cast(x, dtype),
  StopGradient: unary(tf.clone),
  Select: ({ inputs: [condition, t, e] }) => tf.where(condition, t, e),
} satisfies Partial<Evaluations>;

const layout = {
  Reshape: ({ inputs: [x], output }) => tf.reshape(x, [...output.shape]),
  Transpose: ({ inputs: [x], attributes: { perm } }) => tf.transpose(x, [...perm]),
  BroadcastTo: ({ inputs: [x], output }) => tf.broadcastTo(x, [...output.shape]),
  Tile: ({ inputs: [x], attributes: { reps } }) => tf.tile(x, [...reps]),
  PadV2: ({ inputs: [x], attributes: { paddings, constantValue } }) =>
    tf.pad(
      x,
      paddings.map(([before, after]) => [before, after]),
      constantValue,
    ),
  Slice: ({ inputs: [x], attributes: { begin, size } }) => tf.slice(x, [...begin], [...size]),
  Reverse: ({ inputs: [x], attributes: { dims } }) => tf.reverse(x, [...dims]),
  Concat: ({ inputs, attributes: { axis } }) => tf.concat([...inputs], axis),
  UpSampleNearest: ({ inputs: [x], attributes: { factors }, output }) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = x.shape;
    const pixels = tf.reshape(x, [batch, height, 1, width * channels]);
    const rows = tf.reshape(tf.tile(pixels, [1, 1, factors[0], 1]), [-1, 1, channels]);
    return tf.reshape(tf.tile(rows, [1, factors[1], 1]), [...output.shape]);
  },
  UpSampleNearestGrad: ({ inputs: [dy], attributes: { factors }, output }) => {
    const [, , width = 1, channels = 1] = output.shape;
    const rows = tf.sum(tf.reshape(dy, [-1, factors[0], width * factors[1] * channels]), 1);
    return tf.reshape(tf.sum(tf.reshape(rows, [-1, factors[1], channels]), 1), [...output.shape]);
  },
} satisfies Partial<Evaluations>;

const contraction = {
  Sum: reduction(tf.sum),
  Mean: reduction(tf.mean),
  Max: reduction(tf.max),
  Min: reduction(tf.min),
  BatchMatMul: ({ inputs: [a, b], attributes: { transposeA, transposeB }, output }) => {
    const stack = output.shape.slice(0, -2);
    return tf.matMul(stacked(a, stack), stacked(b, stack), transposeA, transposeB);
  },
  Conv2D: ({ inputs: [x, filter], attributes: { strides, padding } }) =>
    kernel(
      'Conv2D',
      { x: images(x), filter },
      { strides, pad: explicit(padding), dataFormat: 'NHWC', dilations: [1, 1] },
    ),
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes: { strides, padding, inputShape } }) =>
    kernel(
      'Conv2DBackpropInput',
      { dy: images(dy), filter },
      { strides, pad: explicit(padding), dataFormat: 'NHWC', inputShape },
    ),
  // The `cpu` kernel of this name is forty times slower than a convolution. The filter's gradient is one:
  // of the images by dy, with the batch in the place of the channels and the strides in that of the dilations.
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes: { strides, padding, filterShape } }) => {
    const windows = kernel(
      'Conv2D',
      { x: tf.transpose(images(x), [3, 1, 2, 0]), filter: tf.transpose(images(dy), [1, 2, 0, 3]) },
      { strides: [1, 1], pad: explicit(padding), dataFormat: 'NHWC', dilations: strides },
    );
    const [height = 1, width = 1, inputs = 1, outputs = 1] = filterShape;
    // Rows and columns that no stride reaches make windows beyond the filter.
    const filter = tf.slice(windows, [0, 0, 0, 0], [inputs, height, width, outputs]);
    return tf.transpose(filter, [1, 2, 0, 3]);
  },
} satisfies Partial<Evaluations>;

/** One evaluation for each kernel. */
export const evaluations: Evaluations = { ...elementwise, ...layout, ...contraction };
