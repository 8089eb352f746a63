/** Kernels that are alike in how they treat shapes. */
import type { KernelName } from './kernels.js';

/** Element by element on two operands that broadcast against each other. */
export const binaryElementwise = [
  'Add',
  'Sub',
  'Multiply',
  'RealDiv',
  'Maximum',
  'Minimum',
  'Pow',
  'Greater',
  'GreaterEqual',
  'Less',
  'LessEqual',
  'Equal',
  'NotEqual',
  'LogicalAnd',
  'LogicalOr',
] as const satisfies readonly KernelName[];

/** Element by element on one operand. */
export const unaryElementwise = [
  'LogicalNot',
  'Neg',
  'Abs',
  'Sign',
  'Floor',
  'Exp',
  'Expm1',
  'Log',
  'Log1p',
  'Sqrt',
  'Rsqrt',
  'Square',
  'Reciprocal',
  'Sin',
  'Cos',
  'Erf',
  'Tanh',
  'Sigmoid',
  'Softplus',
  'Relu',
  'Elu',
  'LeakyRelu',
  'Step',
  'ClipByValue',
  'Cast',
  'StopGradient',
] as const satisfies readonly KernelName[];

/** Binary kernels whose operands may be swapped. */
export const commutative = [
  'Add',
  'Multiply',
  'Maximum',
  'Minimum',
  'Equal',
  'NotEqual',
  'LogicalAnd',
  'LogicalOr',
] as const satisfies readonly KernelName[];
