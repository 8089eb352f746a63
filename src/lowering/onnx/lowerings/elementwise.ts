/** Lowerings of the kernels that work element by element. */
import type { OnnxLowerings } from '../lowering.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';

/**
 * Takes every normal float above 1 in magnitude, so that clipping afterwards tells its sign. Two passes that onnxruntime
 * runs in several threads; its `Sign` and `Where` are three to seven times slower.
 */
const signScale = 1e38;

type Call<N extends readonly OnnxValue[]> = { readonly inputs: N };
type Unary = Call<readonly [OnnxValue]>;
type Binary = Call<readonly [OnnxValue, OnnxValue]>;

function plain(opType: string) {
  return ({ inputs }: Call<readonly OnnxValue[]>, onnx: OnnxBuilder): OnnxValue =>
    onnx.elementwise(opType, inputs);
}

function predicate(opType: string) {
  return ({ inputs }: Call<readonly OnnxValue[]>, onnx: OnnxBuilder): OnnxValue =>
    onnx.elementwise(opType, inputs, { dtype: 'bool' });
}

function square({ inputs: [x] }: Unary, onnx: OnnxBuilder): OnnxValue {
  return onnx.elementwise('Mul', [x, x]);
}

function notEqual({ inputs }: Binary, onnx: OnnxBuilder): OnnxValue {
  return onnx.elementwise('Not', [onnx.elementwise('Equal', inputs, { dtype: 'bool' })]);
}

function clip(x: OnnxValue, low: number, high: number, onnx: OnnxBuilder): OnnxValue {
  const dtype = x.dtype === 'int32' ? 'int32' : 'float32';
  return onnx.elementwise('Clip', [x, onnx.scalar(low, dtype), onnx.scalar(high, dtype)]);
}

function sign({ inputs: [x] }: Unary, onnx: OnnxBuilder): OnnxValue {
  if (x.dtype !== 'float32') return onnx.elementwise('Sign', [x]);
  return clip(onnx.elementwise('Mul', [x, onnx.scalar(signScale)]), -1, 1, onnx);
}

/** Lowerings by kernel. */
export const onnxElementwise = {
  Add: plain('Add'),
  Sub: plain('Sub'),
  Multiply: plain('Mul'),
  RealDiv: plain('Div'),
  Maximum: plain('Max'),
  Minimum: plain('Min'),
  Pow: plain('Pow'),
  Greater: predicate('Greater'),
  GreaterEqual: predicate('GreaterOrEqual'),
  Less: predicate('Less'),
  LessEqual: predicate('LessOrEqual'),
  Equal: predicate('Equal'),
  NotEqual: notEqual,
  LogicalAnd: plain('And'),
  LogicalOr: plain('Or'),
  LogicalNot: plain('Not'),
  Neg: plain('Neg'),
  Abs: plain('Abs'),
  Sign: sign,
  Floor: plain('Floor'),
  Exp: plain('Exp'),
  /** tanh(x/2)·(eˣ + 1), which keeps its digits near 0. */
  Expm1: ({ inputs: [x] }, onnx) => {
    const half = onnx.elementwise('Mul', [x, onnx.scalar(0.5)]);
    const sum = onnx.elementwise('Add', [onnx.elementwise('Exp', [x]), onnx.scalar(1)]);
    return onnx.elementwise('Mul', [onnx.elementwise('Tanh', [half]), sum]);
  },
  Log: plain('Log'),
  /** With u = 1 + x rounded: log(u) + (x − (u − 1))/u where |x| < ½, which gives back what the rounding took. */
  Log1p: ({ inputs: [x] }, onnx) => {
    const one = onnx.scalar(1);
    const u = onnx.elementwise('Add', [x, one]);
    const log = onnx.elementwise('Log', [u]);
    const lost = onnx.elementwise('Sub', [x, onnx.elementwise('Sub', [u, one])]);
    const corrected = onnx.elementwise('Add', [log, onnx.elementwise('Div', [lost, u])]);
    const magnitude = onnx.elementwise('Abs', [x]);
    const near = onnx.elementwise('Less', [magnitude, onnx.scalar(0.5)], { dtype: 'bool' });
    return onnx.elementwise('Where', [near, corrected, log], { dtype: 'float32' });
  },
  Sqrt: plain('Sqrt'),
  Rsqrt: ({ inputs }, onnx) => onnx.elementwise('Reciprocal', [onnx.elementwise('Sqrt', inputs)]),
  Square: square,
  Reciprocal: plain('Reciprocal'),
  Sin: plain('Sin'),
  Cos: plain('Cos'),
  Erf: plain('Erf'),
  Tanh: plain('Tanh'),
  Sigmoid: plain('Sigmoid'),
  Softplus: plain('Softplus'),
  Relu: plain('Relu'),
  Elu: plain('Elu'),
  LeakyRelu: ({ inputs, attributes }, onnx) =>
    onnx.elementwise('LeakyRelu', inputs, { attributes: { alpha: { f: attributes.alpha } } }),
  Step: ({ inputs: [x], attributes: { alpha } }, onnx) => {
    if (x.dtype === 'float32' && alpha >= 0 && alpha <= 1) {
      return clip(onnx.elementwise('Mul', [x, onnx.scalar(signScale)]), alpha, 1, onnx);
    }
    const dtype = x.dtype === 'int32' ? 'int32' : 'float32';
    const positive = onnx.elementwise('Greater', [x, onnx.scalar(0, dtype)], { dtype: 'bool' });
    const branches = [onnx.scalar(1, dtype), onnx.scalar(alpha, dtype)];
    return onnx.elementwise('Where', [positive, ...branches], { dtype });
  },
  ClipByValue: ({ inputs: [x], attributes: { clipValueMin, clipValueMax } }, onnx) =>
    clip(x, clipValueMin, clipValueMax, onnx),
  Cast: ({ inputs: [x], attributes: { dtype } }, onnx) => {
    if (x.dtype === dtype) return x;
    const to = { i: { float32: 1, int32: 6, bool: 9 }[dtype] };
    return onnx.elementwise('Cast', [x], { dtype, attributes: { to } });
  },
  StopGradient: ({ inputs: [x] }) => x,
  Select: ({ inputs, output }, onnx) => onnx.elementwise('Where', inputs, { dtype: output.dtype }),
} satisfies Partial<OnnxLowerings>;
