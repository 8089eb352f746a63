/**
 * The closed table of kernels. Names and semantics are those of tfjs kernels, with explicit attributes (padding as numbers,
 * axes as sorted non-negative lists). `BroadcastTo`, `StopGradient`, `UpSampleNearest` and its gradient are additions.
 */
import type { DType } from './tensorType.js';

type Pair = readonly [number, number];

/** The types of attributes, by their names in the table. */
interface AttributeTypes {
  readonly number: number;
  readonly boolean: boolean;
  readonly dtype: DType;
  /** A shape, a list of axes, or one number per axis. */
  readonly numbers: readonly number[];
  /** Vertical and horizontal. */
  readonly pair: Pair;
  /** Numbers before and after every axis. */
  readonly pairs: readonly Pair[];
  /** Zeros around the two spatial axes: `[[top, bottom], [left, right]]`. */
  readonly padding: readonly [Pair, Pair];
}

interface Declaration {
  /** Names of the operands in order; `variadic` for any number of operands. */
  readonly inputs: readonly string[] | 'variadic';
  readonly attributes: Readonly<Record<string, keyof AttributeTypes>>;
  /** Each element of the output depends on the operands' elements at the same place; operands broadcast. */
  readonly elementwise?: true;
  /** The two operands may be swapped. */
  readonly commutative?: true;
}

const unary = { inputs: ['x'], attributes: {}, elementwise: true } as const;
const binary = { inputs: ['a', 'b'], attributes: {}, elementwise: true } as const;
const commutative = { ...binary, commutative: true } as const;
const reduction = {
  inputs: ['x'],
  attributes: { axis: 'numbers', keepDims: 'boolean' },
} as const;
/** Geometry of a two-dimensional convolution in NHWC; filters are `[height, width, in, out]`. */
const convolution = { strides: 'pair', padding: 'padding' } as const;

/** The inputs, attributes and properties of every kernel. */
export const kernels = {
  Add: commutative,
  Sub: binary,
  Multiply: commutative,
  RealDiv: binary,
  Maximum: commutative,
  Minimum: commutative,
  Pow: binary,
  Greater: binary,
  GreaterEqual: binary,
  Less: binary,
  LessEqual: binary,
  Equal: commutative,
  NotEqual: commutative,
  LogicalAnd: commutative,
  LogicalOr: commutative,
  LogicalNot: unary,
  Neg: unary,
  Abs: unary,
  Sign: unary,
  Floor: unary,
  Exp: unary,
  Expm1: unary,
  Log: unary,
  Log1p: unary,
  Sqrt: unary,
  Rsqrt: unary,
  Square: unary,
  Reciprocal: unary,
  Sin: unary,
  Cos: unary,
  Erf: unary,
  Tanh: unary,
  Sigmoid: unary,
  Softplus: unary,
  Relu: unary,
  Elu: unary,
  LeakyRelu: { ...unary, attributes: { alpha: 'number' } },
  /** 1 where x > 0, else `alpha`. */
  Step: { ...unary, attributes: { alpha: 'number' } },
  ClipByValue: { ...unary, attributes: { clipValueMin: 'number', clipValueMax: 'number' } },
  Cast: { ...unary, attributes: { dtype: 'dtype' } },
  /** The identity, with gradient 0. */
  StopGradient: unary,
  /** `t` where the condition holds, else `e`; the three have one shape. */
  Select: { inputs: ['condition', 't', 'e'], attributes: {} },
  Reshape: { inputs: ['x'], attributes: { shape: 'numbers' } },
  Transpose: { inputs: ['x'], attributes: { perm: 'numbers' } },
  /** Repeats axes of size 1 (and leading axes that are missing) to the given shape. */
  BroadcastTo: { inputs: ['x'], attributes: { shape: 'numbers' } },
  Tile: { inputs: ['x'], attributes: { reps: 'numbers' } },
  PadV2: { inputs: ['x'], attributes: { paddings: 'pairs', constantValue: 'number' } },
  Slice: { inputs: ['x'], attributes: { begin: 'numbers', size: 'numbers' } },
  Reverse: { inputs: ['x'], attributes: { dims: 'numbers' } },
  Concat: { inputs: 'variadic', attributes: { axis: 'number' } },
  Sum: reduction,
  Mean: reduction,
  Max: reduction,
  Min: reduction,
  BatchMatMul: {
    inputs: ['a', 'b'],
    attributes: { transposeA: 'boolean', transposeB: 'boolean' },
  },
  Conv2D: { inputs: ['x', 'filter'], attributes: convolution },
  /** The gradient of `Conv2D` with respect to the image. */
  Conv2DBackpropInput: {
    inputs: ['dy', 'filter'],
    attributes: { ...convolution, inputShape: 'numbers' },
  },
  /** The gradient of `Conv2D` with respect to the filter. */
  Conv2DBackpropFilter: {
    inputs: ['x', 'dy'],
    attributes: { ...convolution, filterShape: 'numbers' },
  },
  /** Nearest neighbour by whole factors: each pixel becomes a block. */
  UpSampleNearest: { inputs: ['x'], attributes: { factors: 'pair' } },
  /** The adjoint of `UpSampleNearest`: the sum over each block. */
  UpSampleNearestGrad: { inputs: ['dy'], attributes: { factors: 'pair' } },
} as const satisfies Readonly<Record<string, Declaration>>;

type Inputs<D extends Declaration> = D['inputs'] extends readonly string[]
  ? D['inputs']
  : readonly string[];

/** The type of a declaration's attributes. An empty object type would accept any attributes, hence `never` for each. */
type Attributes<D extends Declaration> = keyof D['attributes'] extends never
  ? Readonly<Record<string, never>>
  : { readonly [A in keyof D['attributes']]: AttributeTypes[D['attributes'][A]] };

type Signatures = {
  readonly [K in keyof typeof kernels]: {
    readonly inputs: Inputs<(typeof kernels)[K]>;
    readonly attributes: Attributes<(typeof kernels)[K]>;
  };
};

/** The types of every kernel's input names and attributes. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is resolved once, so that `Kernels[K]` of a generic K has the members of every K
export interface Kernels extends Signatures {}

export type KernelName = keyof Kernels;

export type SpatialPadding = AttributeTypes['padding'];

export type ConvAttributes = Kernels['Conv2D']['attributes'];

/** The names of kernels that work element by element. */
export type ElementwiseName = {
  [K in KernelName]: (typeof kernels)[K] extends { readonly elementwise: true } ? K : never;
}[KernelName];

/** Every kernel's name, in the order of the table. */
// Object.keys gives string[]; the table has exactly the kernels as keys.
export const kernelNames = Object.keys(kernels) as readonly KernelName[];

/** Kernels that work element by element. */
export const elementwiseKernels = kernelNames.filter(isElementwise);

/** True for kernels that work element by element. */
export function isElementwise(name: KernelName): name is ElementwiseName {
  return declarationOf(name).elementwise === true;
}

/** True for kernels whose two operands may be swapped. */
export function isCommutative(name: KernelName): boolean {
  return declarationOf(name).commutative === true;
}

function declarationOf(name: KernelName): Declaration {
  return kernels[name];
}
