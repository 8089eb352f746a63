/** Lowerings of the kernels that work element by element. */
import type { TensorType } from '../../../ir/tensorType.js';
import type { TensorFlowLowerings } from '../lowering.js';
import type { TensorFlowBuilder, TensorFlowValue } from '../tensorflowBuilder.js';

interface Call {
  readonly inputs: readonly TensorFlowValue[];
  readonly output: TensorType;
}

function plain(op: string) {
  return ({ inputs, output }: Call, graph: TensorFlowBuilder): TensorFlowValue =>
    graph.op(op, inputs, output);
}

/** Lowerings by kernel. */
export const tensorflowElementwise = {
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
  LeakyRelu: ({ inputs, attributes: { alpha }, output }, graph) =>
    graph.op('LeakyRelu', inputs, { ...output, attributes: { alpha: { float: alpha } } }),
  Step: ({ inputs: [x], attributes: { alpha }, output }, graph) => {
    const positive = graph.op('Greater', [x, graph.scalar(0, x.dtype)], {
      dtype: 'bool',
      shape: x.shape,
    });
    const branches = [graph.scalar(1, output.dtype), graph.scalar(alpha, output.dtype)];
    return graph.op('SelectV2', [positive, ...branches], output);
  },
  ClipByValue: ({ inputs: [x], attributes: { clipValueMin, clipValueMax }, output }, graph) => {
    const bounds = [graph.scalar(clipValueMin, x.dtype), graph.scalar(clipValueMax, x.dtype)];
    return graph.op('ClipByValue', [x, ...bounds], output);
  },
  Cast: ({ inputs: [x], attributes: { dtype }, output }, graph) => {
    const attributes = { SrcT: { type: x.dtype }, DstT: { type: dtype } };
    return graph.op('Cast', [x], { ...output, attributes });
  },
  StopGradient: ({ inputs: [x] }) => x,
  Select: plain('SelectV2'),
} satisfies Partial<TensorFlowLowerings>;
