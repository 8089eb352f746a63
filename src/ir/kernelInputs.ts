/** The names of each kernel's inputs as data, in agreement with `Kernels`. */
import type { KernelName, Kernels } from './kernels.js';

/** The declared names, or `variadic` for a kernel that takes any number of inputs. */
type InputNames<Inputs extends readonly string[]> = readonly string[] extends Inputs
  ? 'variadic'
  : Inputs;

/** Input names of every kernel, in the order of a node's `inputs`. */
export const kernelInputs: { readonly [K in KernelName]: InputNames<Kernels[K]['inputs']> } = {
  Add: ['a', 'b'],
  Sub: ['a', 'b'],
  Multiply: ['a', 'b'],
  RealDiv: ['a', 'b'],
  Maximum: ['a', 'b'],
  Minimum: ['a', 'b'],
  Pow: ['a', 'b'],
  Greater: ['a', 'b'],
  GreaterEqual: ['a', 'b'],
  Less: ['a', 'b'],
  LessEqual: ['a', 'b'],
  Equal: ['a', 'b'],
  NotEqual: ['a', 'b'],
  LogicalAnd: ['a', 'b'],
  LogicalOr: ['a', 'b'],
  LogicalNot: ['x'],
  Neg: ['x'],
  Abs: ['x'],
  Sign: ['x'],
  Floor: ['x'],
  Exp: ['x'],
  Expm1: ['x'],
  Log: ['x'],
  Log1p: ['x'],
  Sqrt: ['x'],
  Rsqrt: ['x'],
  Square: ['x'],
  Reciprocal: ['x'],
  Sin: ['x'],
  Cos: ['x'],
  Erf: ['x'],
  Tanh: ['x'],
  Sigmoid: ['x'],
  Softplus: ['x'],
  Relu: ['x'],
  Elu: ['x'],
  LeakyRelu: ['x'],
  Step: ['x'],
  ClipByValue: ['x'],
  Cast: ['x'],
  StopGradient: ['x'],
  Select: ['condition', 't', 'e'],
  Reshape: ['x'],
  Transpose: ['x'],
  BroadcastTo: ['x'],
  Tile: ['x'],
  PadV2: ['x'],
  Slice: ['x'],
  Reverse: ['x'],
  Concat: 'variadic',
  Sum: ['x'],
  Mean: ['x'],
  Max: ['x'],
  Min: ['x'],
  BatchMatMul: ['a', 'b'],
  Conv2D: ['x', 'filter'],
  Conv2DBackpropInput: ['dy', 'filter'],
  Conv2DBackpropFilter: ['x', 'dy'],
  UpSampleNearest: ['x'],
  UpSampleNearestGrad: ['dy'],
};

/** Every kernel's name, in the order of their declaration. */
// Object.keys gives string[]; the table above has exactly the kernels as keys.
export const kernelNames = Object.keys(kernelInputs) as readonly KernelName[];
