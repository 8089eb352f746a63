/** Folds constants that are filled with one number. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { RewriteRules } from '../ir/rewrite.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import { sizeOf } from '../ir/tensorType.js';
import { rewritePass } from './pass.js';

type Fold<K extends KernelName> = (node: KernelNode<K>, fills: readonly number[]) => number;

/**
 * A rule that replaces a node by a constant if all its inputs are constants of one number. Numbers stay in float64 and are
 * rounded once by the engine; an int32 result out of range is left to the engine, which wraps.
 */
function folded<K extends KernelName>(fold: Fold<K>) {
  return (node: KernelNode<K>, edit: GraphEditor): ValueId | undefined => {
    const fills = node.inputs.flatMap((value) => edit.fill(value) ?? []);
    if (fills.length < node.inputs.length) return undefined;
    const type = edit.type(node.output);
    const result = fold(node, fills);
    if (type.dtype === 'int32' && (result | 0) !== result) return undefined;
    return edit.constant(result, type);
  };
}

function unary(f: (x: number) => number) {
  return folded((_, [x = NaN]) => f(x));
}

function binary(f: (a: number, b: number) => number | boolean) {
  return folded((_, [a = NaN, b = NaN]) => Number(f(a, b)));
}

/** The rule of kernels that move, repeat or select elements. */
const kept = folded((_, [x = NaN]) => x);

const arithmetic = {
  Add: binary((a, b) => a + b),
  Sub: binary((a, b) => a - b),
  Multiply: binary((a, b) => a * b),
  RealDiv: binary((a, b) => a / b),
  Maximum: binary(Math.max),
  Minimum: binary(Math.min),
  Pow: binary(Math.pow),
  Greater: binary((a, b) => a > b),
  GreaterEqual: binary((a, b) => a >= b),
  Less: binary((a, b) => a < b),
  LessEqual: binary((a, b) => a <= b),
  Equal: binary((a, b) => a === b),
  NotEqual: binary((a, b) => a !== b),
  LogicalAnd: binary((a, b) => a !== 0 && b !== 0),
  LogicalOr: binary((a, b) => a !== 0 || b !== 0),
} satisfies RewriteRules;

const functions = {
  LogicalNot: unary((x) => (x === 0 ? 1 : 0)),
  Neg: unary((x) => -x),
  Abs: unary(Math.abs),
  Sign: unary(Math.sign),
  Floor: unary(Math.floor),
  Exp: unary(Math.exp),
  Expm1: unary(Math.expm1),
  Log: unary(Math.log),
  Log1p: unary(Math.log1p),
  Sqrt: unary(Math.sqrt),
  Rsqrt: unary((x) => 1 / Math.sqrt(x)),
  Square: unary((x) => x * x),
  Reciprocal: unary((x) => 1 / x),
  Sin: unary(Math.sin),
  Cos: unary(Math.cos),
  Tanh: unary(Math.tanh),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Softplus: unary((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  Relu: unary((x) => Math.max(x, 0)),
  Elu: unary((x) => (x > 0 ? x : Math.expm1(x))),
  LeakyRelu: folded(({ attributes }, [x = NaN]) => (x > 0 ? x : x * attributes.alpha)),
  Step: folded(({ attributes }, [x = NaN]) => (x > 0 ? 1 : attributes.alpha)),
  ClipByValue: folded(({ attributes: { clipValueMin, clipValueMax } }, [x = NaN]) =>
    Math.min(Math.max(x, clipValueMin), clipValueMax),
  ),
  Cast: folded(({ attributes: { dtype } }, [x = NaN]) => {
    if (dtype === 'bool') return x === 0 ? 0 : 1;
    return dtype === 'int32' ? Math.trunc(x) : x;
  }),
} satisfies RewriteRules;

const movements = {
  StopGradient: kept,
  Reshape: kept,
  Transpose: kept,
  BroadcastTo: kept,
  Tile: kept,
  Slice: kept,
  Reverse: kept,
  UpSampleNearest: kept,
  Mean: kept,
  Max: kept,
  Min: kept,
} satisfies RewriteRules;

/** The pass. Tensors of different numbers are not folded, which would enlarge the graph. */
export const foldConstants = rewritePass(
  'foldConstants',
  'what follows from constants of one number is computed now',
  {
    ...arithmetic,
    ...functions,
    ...movements,
    PadV2: ({ inputs: [x = -1], output, attributes }, edit) => {
      const fill = edit.fill(x);
      return fill === attributes.constantValue ? edit.constant(fill, edit.type(output)) : undefined;
    },
    Concat: ({ inputs, output }, edit) => {
      const [first, ...others] = inputs.map((value) => edit.fill(value));
      return first !== undefined && others.every((fill) => Object.is(fill, first))
        ? edit.constant(first, edit.type(output))
        : undefined;
    },
    BatchMatMul: ({ inputs: [a = -1, b = -1], output, attributes }, edit) => {
      const [left, right] = [edit.fill(a), edit.fill(b)];
      if (left === undefined || right === undefined) return undefined;
      const summed = edit.shape(a).at(attributes.transposeA ? -2 : -1) ?? 1;
      return edit.constant(left * right * summed, edit.type(output));
    },
    Sum: ({ inputs: [x = -1], output }, edit) => {
      const fill = edit.fill(x);
      if (fill === undefined) return undefined;
      const summed = edit.size(x) / sizeOf(edit.shape(output));
      return edit.constant(fill * summed, edit.type(output));
    },
  },
);
