/** Shape rules of the kernels that work element by element. */
import { broadcastShape, sameShape } from '../broadcast.js';
import type { DType, TensorType } from '../tensorType.js';
import { typeText } from '../tensorType.js';
import { demand, demandDtype, one, two, type ShapeRules } from './rule.js';

const numeric = ['float32', 'int32'] as const;

/** A rule for two operands of the same dtype that broadcast against each other. */
function binary(operands: readonly DType[], result?: DType) {
  return (inputs: readonly TensorType[]): TensorType => {
    const [a, b] = two(inputs);
    demandDtype(a, ...operands);
    demand(a.dtype === b.dtype, () => `the operands have different dtypes`);
    const shape = broadcastShape(a.shape, b.shape);
    demand(shape !== undefined, () => `the operands' shapes do not broadcast`);
    return { dtype: result ?? a.dtype, shape };
  };
}

/** A rule for one operand that returns its type. */
function unary(...operands: readonly DType[]) {
  return (inputs: readonly TensorType[]): TensorType => {
    const x = one(inputs);
    demandDtype(x, ...operands);
    return x;
  };
}

const arithmetic = binary(numeric);
const comparison = binary(numeric, 'bool');
const equality = binary(['float32', 'int32', 'bool'], 'bool');
const logical = binary(['bool']);
const real = unary('float32');
const number = unary(...numeric);

/** The rules, by kernel. */
export const elementwiseRules = {
  Add: arithmetic,
  Sub: arithmetic,
  Multiply: arithmetic,
  RealDiv: binary(['float32']),
  Maximum: arithmetic,
  Minimum: arithmetic,
  Pow: arithmetic,
  Greater: comparison,
  GreaterEqual: comparison,
  Less: comparison,
  LessEqual: comparison,
  Equal: equality,
  NotEqual: equality,
  LogicalAnd: logical,
  LogicalOr: logical,
  LogicalNot: unary('bool'),
  Neg: number,
  Abs: number,
  Sign: number,
  Floor: real,
  Exp: real,
  Expm1: real,
  Log: real,
  Log1p: real,
  Sqrt: real,
  Rsqrt: real,
  Square: number,
  Reciprocal: real,
  Sin: real,
  Cos: real,
  Erf: real,
  Tanh: real,
  Sigmoid: real,
  Softplus: real,
  Relu: number,
  Elu: real,
  LeakyRelu: real,
  Step: number,
  ClipByValue: (inputs, { clipValueMin, clipValueMax }) => {
    demand(
      clipValueMin <= clipValueMax,
      () => `the lower bound ${clipValueMin} is above the upper bound ${clipValueMax}`,
    );
    return number(inputs);
  },
  Cast: (inputs, { dtype }) => ({ dtype, shape: one(inputs).shape }),
  StopGradient: one,
  Select: (inputs) => {
    const [condition, t, e] = inputs;
    demand(
      condition !== undefined && t !== undefined && e !== undefined && inputs.length === 3,
      () => `takes 3 inputs, got ${inputs.length}`,
    );
    demandDtype(condition, 'bool');
    demand(
      t.dtype === e.dtype,
      () => `the branches ${typeText(t)} and ${typeText(e)} have different dtypes`,
    );
    demand(
      sameShape(condition.shape, t.shape) && sameShape(t.shape, e.shape),
      () => 'the three inputs must have one shape',
    );
    return t;
  },
} satisfies Partial<ShapeRules>;
