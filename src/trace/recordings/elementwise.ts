/** Recordings of the tfjs kernels that work element by element. */
import { arrayOf } from '../../ir/arrays.js';
import type { KernelName, Kernels } from '../../ir/kernels.js';
import { tf, type tfjs } from '../../tf.js';
import { recordable } from '../traceBackend.js';
import { asReal, listRecording, recording, sameValue, type Recording } from './recording.js';

type PlainKernel = {
  [K in KernelName]: Kernels[K]['attributes'] extends Readonly<Record<string, never>> ? K : never;
}[KernelName];

function unary(kernel: PlainKernel): Recording {
  return recording<'x'>((recorder, { x }) => recorder.emit(kernel, [x], {}));
}

function realUnary(kernel: PlainKernel): Recording {
  return recording<'x'>((recorder, { x }) => recorder.emit(kernel, [asReal(x)], {}));
}

function binary(kernel: PlainKernel): Recording {
  return recording<'a' | 'b'>((recorder, { a, b }) => recorder.emit(kernel, [a, b], {}));
}

/** Kernels that tfjs and ganspec share. */
const same = {
  Add: binary('Add'),
  Sub: binary('Sub'),
  Multiply: binary('Multiply'),
  RealDiv: binary('RealDiv'),
  Maximum: binary('Maximum'),
  Minimum: binary('Minimum'),
  Pow: binary('Pow'),
  Greater: binary('Greater'),
  GreaterEqual: binary('GreaterEqual'),
  Less: binary('Less'),
  LessEqual: binary('LessEqual'),
  Equal: binary('Equal'),
  NotEqual: binary('NotEqual'),
  LogicalAnd: binary('LogicalAnd'),
  LogicalOr: binary('LogicalOr'),
  LogicalNot: unary('LogicalNot'),
  Neg: unary('Neg'),
  Abs: unary('Abs'),
  Sign: unary('Sign'),
  Floor: realUnary('Floor'),
  Exp: realUnary('Exp'),
  Expm1: realUnary('Expm1'),
  Log: realUnary('Log'),
  Log1p: realUnary('Log1p'),
  Sqrt: realUnary('Sqrt'),
  Rsqrt: realUnary('Rsqrt'),
  Square: unary('Square'),
  Reciprocal: realUnary('Reciprocal'),
  Sin: realUnary('Sin'),
  Cos: realUnary('Cos'),
  Erf: realUnary('Erf'),
  Tanh: realUnary('Tanh'),
  Sigmoid: realUnary('Sigmoid'),
  Softplus: realUnary('Softplus'),
  Relu: unary('Relu'),
  Elu: realUnary('Elu'),
  LeakyRelu: recording<'x', tfjs.LeakyReluAttrs>((recorder, { x }, { alpha }) =>
    recorder.emit('LeakyRelu', [asReal(x)], { alpha }),
  ),
  Step: recording<'x', tfjs.StepAttrs>((recorder, { x }, { alpha }) =>
    recorder.emit('Step', [x], { alpha }),
  ),
  ClipByValue: recording<'x', tfjs.ClipByValueAttrs>(
    (recorder, { x }, { clipValueMin, clipValueMax }) =>
      recorder.emit('ClipByValue', [x], { clipValueMin, clipValueMax }),
  ),
  Cast: recording<'x', tfjs.CastAttrs>((recorder, { x }, attributes) => {
    const dtype = recordable(attributes.dtype, 'tf.cast', recorder.origin);
    return x.dtype === dtype ? sameValue(recorder, x) : recorder.emit('Cast', [x], { dtype });
  }),
  Select: recording<'condition' | 't' | 'e'>((recorder, { condition, t, e }) =>
    recorder.emit('Select', [condition, t, e], {}),
  ),
};

/** Kernels composed of others. */
const composed = {
  Identity: recording<'x'>((recorder, { x }) => sameValue(recorder, x)),
  AddN: listRecording((recorder, tensors) => {
    const [first, ...others] = tensors;
    if (first === undefined) return recorder.fill({ dtype: 'float32', shape: [] }, 0);
    return others.reduce((sum, x) => tf.add(sum, x), sameValue(recorder, first));
  }),
  ZerosLike: recording<'x'>((recorder, { x }) => filledLike(recorder, x, 0)),
  OnesLike: recording<'x'>((recorder, { x }) => filledLike(recorder, x, 1)),
  Fill: recording<never, tfjs.FillAttrs>((recorder, _, attributes) => {
    const { shape, value } = attributes;
    const dtype = recordable(attributes.dtype, 'tf.fill', recorder.origin);
    // The number as a tensor of this dtype stores it.
    const [held = 0] = arrayOf[dtype].of(Number(value));
    return recorder.fill({ shape, dtype }, held);
  }),
  SquaredDifference: recording<'a' | 'b'>((_, { a, b }) => tf.square(tf.sub(a, b))),
  FloorDiv: recording<'a' | 'b'>((_, { a, b }) =>
    tf.cast(tf.floor(tf.div(asReal(a), asReal(b))), a.dtype),
  ),
  Mod: recording<'a' | 'b'>((_, { a, b }) => tf.sub(a, tf.mul(b, tf.floorDiv(a, b)))),
  LogicalXor: recording<'a' | 'b'>((_, { a, b }) => tf.notEqual(a, b)),
  Ceil: recording<'x'>((_, { x }) => tf.neg(tf.floor(tf.neg(x)))),
  IsNan: recording<'x'>((_, { x }) => tf.notEqual(x, x)),
  Tan: recording<'x'>((_, { x }) => tf.div(tf.sin(x), tf.cos(x))),
  Relu6: recording<'x'>((_, { x }) => tf.clipByValue(x, 0, 6)),
  Prelu: recording<'x' | 'alpha'>((_, { x, alpha }) =>
    tf.add(tf.relu(x), tf.mul(alpha, tf.minimum(x, 0))),
  ),
  Selu: recording<'x'>((_, { x }) =>
    tf.add(
      tf.mul(tf.backend_util.SELU_SCALE, tf.relu(x)),
      tf.mul(tf.backend_util.SELU_SCALEALPHA, tf.expm1(tf.minimum(x, 0))),
    ),
  ),
};

function filledLike(...[recorder, x, value]: [...Parameters<typeof sameValue>, number]) {
  const { dtype, shape } = recorder.typeOf(recorder.valueOf(x));
  return recorder.fill({ dtype, shape }, value);
}

/** The recordings, by tfjs kernel. */
export const elementwiseRecordings: Readonly<Record<string, Recording>> = { ...same, ...composed };
