/**
 * The closed list of kernels. Names and semantics are those of tfjs kernels, with attributes made explicit
 * (padding in numbers, axes as sorted non-negative lists), except `BroadcastTo` and `StopGradient`, which are ours.
 */
import type { DType, Shape } from './tensorType.js';

type None = Readonly<Record<string, never>>;
interface Kernel<Inputs extends readonly string[], Attributes = None> {
  readonly inputs: Inputs;
  readonly attributes: Attributes;
}
type Unary<Attributes = None> = Kernel<readonly ['x'], Attributes>;
type Binary = Kernel<readonly ['a', 'b']>;
type Reduction = Unary<{ readonly axis: readonly number[]; readonly keepDims: boolean }>;

/** Zeros added around the two spatial axes: `[[top, bottom], [left, right]]`. */
export type SpatialPadding = readonly [readonly [number, number], readonly [number, number]];

/** Geometry of a two-dimensional convolution in NHWC; filters are `[height, width, in, out]`. */
export interface ConvAttributes {
  readonly strides: readonly [number, number];
  readonly padding: SpatialPadding;
}

/** Every kernel: its inputs in order, and its attributes. */
export interface Kernels {
  Add: Binary;
  Sub: Binary;
  Multiply: Binary;
  RealDiv: Binary;
  Maximum: Binary;
  Minimum: Binary;
  Pow: Binary;
  Greater: Binary;
  GreaterEqual: Binary;
  Less: Binary;
  LessEqual: Binary;
  Equal: Binary;
  NotEqual: Binary;
  LogicalAnd: Binary;
  LogicalOr: Binary;
  LogicalNot: Unary;
  Neg: Unary;
  Abs: Unary;
  Sign: Unary;
  Floor: Unary;
  Exp: Unary;
  Expm1: Unary;
  Log: Unary;
  Log1p: Unary;
  Sqrt: Unary;
  Rsqrt: Unary;
  Square: Unary;
  Reciprocal: Unary;
  Sin: Unary;
  Cos: Unary;
  Erf: Unary;
  Tanh: Unary;
  Sigmoid: Unary;
  Softplus: Unary;
  Relu: Unary;
  Elu: Unary;
  LeakyRelu: Unary<{ readonly alpha: number }>;
  /** 1 where x > 0, else `alpha`. */
  Step: Unary<{ readonly alpha: number }>;
  ClipByValue: Unary<{ readonly clipValueMin: number; readonly clipValueMax: number }>;
  Cast: Unary<{ readonly dtype: DType }>;
  /** The identity, through which no gradient flows. */
  StopGradient: Unary;
  /** `t` where the condition holds, else `e`; the three have one shape. */
  Select: Kernel<readonly ['condition', 't', 'e']>;
  Reshape: Unary<{ readonly shape: Shape }>;
  Transpose: Unary<{ readonly perm: readonly number[] }>;
  /** Repeats axes of size 1 (and leading axes that are missing) to the given shape. */
  BroadcastTo: Unary<{ readonly shape: Shape }>;
  Tile: Unary<{ readonly reps: readonly number[] }>;
  PadV2: Unary<{
    readonly paddings: readonly (readonly [number, number])[];
    readonly constantValue: number;
  }>;
  Slice: Unary<{ readonly begin: readonly number[]; readonly size: readonly number[] }>;
  Reverse: Unary<{ readonly dims: readonly number[] }>;
  /** Any number of inputs. */
  Concat: Kernel<readonly string[], { readonly axis: number }>;
  Sum: Reduction;
  Mean: Reduction;
  Max: Reduction;
  Min: Reduction;
  BatchMatMul: Kernel<
    readonly ['a', 'b'],
    { readonly transposeA: boolean; readonly transposeB: boolean }
  >;
  Conv2D: Kernel<readonly ['x', 'filter'], ConvAttributes>;
  Conv2DBackpropInput: Kernel<
    readonly ['dy', 'filter'],
    ConvAttributes & { readonly inputShape: Shape }
  >;
  Conv2DBackpropFilter: Kernel<
    readonly ['x', 'dy'],
    ConvAttributes & { readonly filterShape: Shape }
  >;
  /** Nearest neighbour by whole factors `[vertical, horizontal]`: each pixel becomes a block. */
  UpSampleNearest: Unary<{ readonly factors: readonly [number, number] }>;
  /** The adjoint of `UpSampleNearest`: the sum over each block. */
  UpSampleNearestGrad: Kernel<readonly ['dy'], { readonly factors: readonly [number, number] }>;
}

export type KernelName = keyof Kernels;
