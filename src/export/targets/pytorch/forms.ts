/** The form of each kernel in PyTorch: an expression of its operands. */
import type { Shape, TensorType } from '../../../ir/tensorType.js';
import type { KernelName, Kernels } from '../../../ir/kernels.js';
import {
  atom,
  binding,
  functionCall,
  infix,
  method,
  literalOf,
  tuple,
  within,
  type PythonText,
} from './expression.js';
import type { Sizes } from './sizes.js';

/** A kernel functionCall, with its operands in Python. */
export interface FormCall<K extends KernelName> {
  readonly inputs: readonly PythonText[];
  /** Their shapes at both sizes of batch. */
  readonly inputSizes: readonly Sizes[];
  readonly attributes: Kernels[K]['attributes'];
  /** Attributes at the other size of batch. */
  readonly other: Kernels[K]['attributes'];
  readonly output: TensorType;
  readonly outputSizes: Sizes;
  /** True for a mean over the batch that may be taken over all ranks. */
  readonly isSynchronized: boolean;
  /** Lists of sizes as texts, some of which depend on the batch. */
  readonly sizes: (numbers: Shape, others: Shape) => readonly string[];
}

type Form<K extends KernelName> = (call: FormCall<K>) => PythonText;

/** The operands of a convolution that tell how its window moves. */
function windowText(
  strides: readonly number[],
  padding: readonly (readonly number[])[],
): readonly string[] {
  return [tuple(strides.map(String)), tuple(padding.map((pair) => tuple(pair.map(String))))];
}

/** Null for a kernel that PyTorch cannot differentiate twice, or that only gradients have. */
export const forms: { readonly [K in KernelName]: Form<K> | null } = {
  Add: operator('+', binding.sum),
  Sub: operator('-', binding.sum),
  Multiply: operator('*', binding.product),
  RealDiv: operator('/', binding.product),
  Maximum: extremum('maximum', 'min'),
  Minimum: extremum('minimum', 'max'),
  Pow: ({ inputs: [a = zero, b = zero] }) => ({
    text: `${within(a, binding.atom)} ** ${within(b, binding.negation)}`,
    binds: binding.power,
  }),
  Greater: operator('>', binding.comparison),
  GreaterEqual: operator('>=', binding.comparison),
  Less: operator('<', binding.comparison),
  LessEqual: operator('<=', binding.comparison),
  Equal: operator('==', binding.comparison),
  NotEqual: operator('!=', binding.comparison),
  LogicalAnd: operator('&', binding.and),
  LogicalOr: operator('|', binding.or),
  LogicalNot: ({ inputs: [x = zero] }) => ({
    text: `~${within(x, binding.negation)}`,
    binds: binding.negation,
  }),
  Neg: ({ inputs: [x = zero] }) => ({
    text: `-${within(x, binding.negation)}`,
    binds: binding.negation,
  }),
  Abs: unary('abs'),
  Sign: unary('sign'),
  Floor: unary('floor'),
  Exp: unary('exp'),
  Expm1: unary('expm1'),
  Log: unary('log'),
  Log1p: unary('log1p'),
  Sqrt: unary('sqrt'),
  Rsqrt: unary('rsqrt'),
  Square: unary('square'),
  Reciprocal: unary('reciprocal'),
  Sin: unary('sin'),
  Cos: unary('cos'),
  Erf: unary('erf'),
  Tanh: unary('tanh'),
  Sigmoid: unary('sigmoid'),
  // By default it is the identity from 20 on, which float64 would notice.
  Softplus: ({ inputs: [x = zero] }) => functionCall('F.softplus', x.text, 'threshold=40'),
  Relu: unary('relu'),
  Elu: ({ inputs: [x = zero] }) => functionCall('F.elu', x.text),
  LeakyRelu: ({ inputs: [x = zero], attributes: { alpha } }) =>
    functionCall('F.leaky_relu', x.text, literalOf(alpha).text),
  Step: ({ inputs: [x = zero], attributes: { alpha } }) =>
    functionCall('torch.where', `${within(x, binding.or)} > 0`, '1.0', literalOf(alpha).text),
  ClipByValue: ({ inputs: [x = zero], attributes: { clipValueMin, clipValueMax } }) =>
    method(x, 'clamp', literalOf(clipValueMin).text, literalOf(clipValueMax).text),
  Cast: ({ inputs: [x = zero], attributes: { dtype } }) =>
    method(x, { float32: 'float', int32: 'int', bool: 'bool' }[dtype]),
  StopGradient: unary('detach'),
  Select: ({ inputs }) => functionCall('torch.where', ...inputs.map(({ text }) => text)),
  Reshape: ({ inputs: [x = zero], attributes, other, sizes, outputSizes }) => {
    const growing = outputSizes.growing();
    const texts = sizes(attributes.shape, other.shape);
    const [axis, ...others] = growing;
    const named = axis !== undefined && others.length === 0 ? texts.with(axis, '-1') : texts;
    return method(x, 'reshape', ...(named.length === 0 ? ['()'] : named));
  },
  Transpose: ({ inputs: [x = zero], attributes: { perm } }) =>
    perm.length === 2 && perm[0] === 1
      ? atom(`${within(x, binding.atom)}.mT`)
      : method(x, 'permute', ...perm.map(String)),
  BroadcastTo: ({ inputs: [x = zero], attributes, other, sizes }) =>
    method(x, 'expand', ...sizes(attributes.shape, other.shape)),
  Tile: ({ inputs: [x = zero], attributes, other, sizes }) =>
    method(x, 'repeat', ...sizes(attributes.reps, other.reps)),
  PadV2: ({ inputs: [x = zero], attributes: { paddings, constantValue } }) => {
    const first = paddings.findIndex(([before, after]) => before !== 0 || after !== 0);
    const sides = paddings
      .slice(first)
      .reverse()
      .flatMap((pair) => pair.map(String));
    const value = constantValue === 0 ? [] : [`value=${literalOf(constantValue).text}`];
    return functionCall('F.pad', x.text, tuple(sides), ...value);
  },
  Slice: ({ inputs: [x = zero], inputSizes: [whole], attributes, other, sizes }) => {
    const begins = sizes(attributes.begin, other.begin);
    const ends = sizes(
      attributes.begin.map((begin, axis) => begin + (attributes.size[axis] ?? 0)),
      other.begin.map((begin, axis) => begin + (other.size[axis] ?? 0)),
    );
    const full = whole ? sizes(...whole.pair) : [];
    const parts = begins.map((begin, axis) => {
      const end = ends[axis] ?? '';
      return `${begin === '0' ? '' : begin}:${end === full[axis] ? '' : end}`;
    });
    const last = parts.findLastIndex((part) => part !== ':');
    if (last < 0) return x;
    return atom(`${within(x, binding.atom)}[${parts.slice(0, last + 1).join(', ')}]`);
  },
  Reverse: ({ inputs: [x = zero], attributes: { dims } }) => method(x, 'flip', ...dims.map(String)),
  Concat: ({ inputs, attributes: { axis } }) =>
    functionCall('torch.cat', tuple(inputs.map(({ text }) => text)), `dim=${axis}`),
  Sum: reduction('sum'),
  Mean: reduction('mean'),
  Max: reduction('amax'),
  Min: reduction('amin'),
  BatchMatMul: ({ inputs: [a = zero, b = zero], attributes: { transposeA, transposeB } }) => {
    const turned = (x: PythonText, isTurned: boolean): PythonText =>
      isTurned ? atom(`${within(x, binding.atom)}.mT`) : x;
    return infix(turned(a, transposeA), '@', turned(b, transposeB), binding.product);
  },
  Conv2D: ({ inputs: [x = zero, filter = zero], attributes: { strides, padding } }) =>
    functionCall('conv2d', x.text, filter.text, ...windowText(strides, padding)),
  Conv2DBackpropInput: ({
    inputs: [x = zero, filter = zero],
    attributes: { strides, padding, inputShape },
  }) =>
    functionCall(
      'conv_transpose2d',
      x.text,
      filter.text,
      ...windowText(strides, padding),
      tuple(inputShape.slice(1, 3).map(String)),
    ),
  Conv2DBackpropFilter: null,
  UpSampleNearest: ({ inputs: [x = zero], attributes: { factors } }) =>
    functionCall('upsample', x.text, tuple(factors.map(String))),
  UpSampleNearestGrad: ({ inputs: [x = zero], attributes: { factors } }) =>
    functionCall('sum_blocks', x.text, tuple(factors.map(String))),
};

const zero = literalOf(0);

function unary(name: string): Form<KernelName> {
  return ({ inputs: [x = zero] }) => method(x, name);
}

function operator(symbol: string, binds: number): Form<KernelName> {
  return ({ inputs: [a = zero, b = zero] }) => {
    // Comparisons chain in Python.
    const inner = binds === binding.comparison ? binds + 1 : binds;
    return {
      text: `${within(a, inner)} ${symbol} ${within(b, binds + 1)}`,
      binds,
    };
  };
}

/** The greater or the smaller of two, of which one may be a number. */
function extremum(name: string, bound: string): Form<KernelName> {
  return ({ inputs: [a = zero, b = zero] }) => {
    if (isLiteral(b)) return method(a, 'clamp', `${bound}=${b.text}`);
    if (isLiteral(a)) return method(b, 'clamp', `${bound}=${a.text}`);
    return functionCall(`torch.${name}`, a.text, b.text);
  };
}

/** True for a literalOf, which is no tensor in Python. */
export function isLiteral({ text }: PythonText): boolean {
  return /^-?\d[\d.e-]*$/.test(text);
}

function reduction(name: string): Form<'Sum' | 'Mean' | 'Max' | 'Min'> {
  return ({ inputs: [x = zero], inputSizes: [whole], isSynchronized, attributes }) => {
    const { axis, keepDims } = attributes;
    const kept = keepDims ? ['keepdim=True'] : [];
    const isTotal = !keepDims && !isSynchronized && axis.length === whole?.rank;
    if (isTotal) return method(x, name);
    const axes = axis.length === 1 ? String(axis[0]) : tuple(axis.map(String));
    if (isSynchronized) return functionCall('batch_mean', x.text, axes);
    return method(x, name, axes, ...kept);
  };
}
