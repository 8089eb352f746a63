/** Lowerings of the kernels that work element by element. */
import type { TensorType } from '../../../ir/tensorType.js';
import { attr } from '../../../export/graphModel.js';
import type { GraphModelBuilder, GraphModelValue } from '../graphModelBuilder.js';
import type { Lowerings } from '../lowering.js';

interface Call {
  readonly inputs: readonly GraphModelValue[];
  readonly output: TensorType;
}

function plain(op: string) {
  return ({ inputs, output }: Call, model: GraphModelBuilder): GraphModelValue =>
    model.op(op, inputs, output);
}

/** The lowerings, by kernel. */
export const elementwiseLowerings = {
  Add: plain('AddV2'),
  Sub: plain('Sub'),
  Multiply: plain('Mul'),
  RealDiv: plain('RealDiv'),
  Maximum: plain('Maximum'),
  Minimum: plain('Minimum'),
  Pow: plain('Pow'),
  Greater: plain('Greater'),
  GreaterEqual: plain('GreaterEqual'),
  Less: plain('Less'),
  LessEqual: plain('LessEqual'),
  Equal: plain('Equal'),
  NotEqual: plain('NotEqual'),
  LogicalAnd: plain('LogicalAnd'),
  LogicalOr: plain('LogicalOr'),
  LogicalNot: plain('LogicalNot'),
  Neg: plain('Neg'),
  Abs: plain('Abs'),
  Sign: plain('Sign'),
  Floor: plain('Floor'),
  Exp: plain('Exp'),
  Expm1: plain('Expm1'),
  Log: plain('Log'),
  Log1p: plain('Log1p'),
  Sqrt: plain('Sqrt'),
  Rsqrt: plain('Rsqrt'),
  Square: plain('Square'),
  Reciprocal: plain('Reciprocal'),
  Sin: plain('Sin'),
  Cos: plain('Cos'),
  Erf: plain('Erf'),
  Tanh: plain('Tanh'),
  Sigmoid: plain('Sigmoid'),
  Softplus: plain('Softplus'),
  Relu: plain('Relu'),
  Elu: plain('Elu'),
  LeakyRelu: ({ inputs, attributes: { alpha }, output }, model) =>
    model.op('LeakyRelu', inputs, { ...output, attributes: { alpha: attr.float(alpha) } }),
  Step: ({ inputs: [x], attributes: { alpha }, output }, model) => {
    const positive = model.op('Greater', [x, model.scalar(0, x.dtype)], {
      dtype: 'bool',
      shape: x.shape,
    });
    const branches = [model.scalar(1, output.dtype), model.scalar(alpha, output.dtype)];
    return model.op('SelectV2', [positive, ...branches], output);
  },
  ClipByValue: ({ inputs: [x], attributes: { clipValueMin, clipValueMax }, output }, model) => {
    const bounds = [model.scalar(clipValueMin, x.dtype), model.scalar(clipValueMax, x.dtype)];
    return model.op('ClipByValue', [x, ...bounds], output);
  },
  Cast: ({ inputs: [x], attributes: { dtype }, output }, model) => {
    const attributes = { SrcT: attr.type(x.dtype), DstT: attr.type(dtype) };
    return model.op('Cast', [x], { ...output, attributes });
  },
  StopGradient: ({ inputs: [x] }) => x,
  Select: plain('SelectV2'),
} satisfies Partial<Lowerings>;
