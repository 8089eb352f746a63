/** Reference definitions of the kernels that work element by element. */
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { erf } from './erf.js';
import type { Interpreters } from './interpreter.js';
import { at, broadcastPlace, broadcastShapes, tabulate, type Values } from './values.js';

function unary<A>(f: (x: number, attributes: A) => number) {
  return ([x]: readonly [Values], attributes: A): Values => ({
    ...x,
    data: x.data.map((value) => f(value, attributes)),
  });
}

/** The values of an operand, broadcast to a shape. */
function repeated(x: Values, shape: Shape): Float64Array {
  if (x.data.length === sizeOf(shape)) return x.data;
  return tabulate(x.dtype, shape, (place) => at(x, broadcastPlace(place, x.shape))).data;
}

function combine(
  [a, b]: readonly [Values, Values],
  dtype: Values['dtype'],
  f: (a: number, b: number) => number,
): Values {
  const shape = broadcastShapes(a.shape, b.shape);
  const right = repeated(b, shape);
  const data = repeated(a, shape).map((left, index) => f(left, right[index] ?? NaN));
  return { dtype, shape, data };
}

function binary(f: (a: number, b: number) => number) {
  return (inputs: readonly [Values, Values]): Values => combine(inputs, inputs[0].dtype, f);
}

function test(f: (a: number, b: number) => boolean) {
  return (inputs: readonly [Values, Values]): Values =>
    combine(inputs, 'bool', (a, b) => (f(a, b) ? 1 : 0));
}

function cast(x: number, dtype: Values['dtype']): number {
  switch (dtype) {
    case 'float32':
      return x;
    case 'int32':
      return Math.trunc(x);
    case 'bool':
      return x === 0 ? 0 : 1;
  }
}

/** The interpreters, by kernel. */
export const elementwiseInterpreters = {
  Add: binary((a, b) => a + b),
  Sub: binary((a, b) => a - b),
  Multiply: binary((a, b) => a * b),
  RealDiv: binary((a, b) => a / b),
  Maximum: binary(Math.max),
  Minimum: binary(Math.min),
  Pow: binary((a, b) => a ** b),
  Greater: test((a, b) => a > b),
  GreaterEqual: test((a, b) => a >= b),
  Less: test((a, b) => a < b),
  LessEqual: test((a, b) => a <= b),
  Equal: test((a, b) => a === b),
  NotEqual: test((a, b) => a !== b),
  LogicalAnd: test((a, b) => a !== 0 && b !== 0),
  LogicalOr: test((a, b) => a !== 0 || b !== 0),
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
  Erf: unary(erf),
  Tanh: unary(Math.tanh),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Softplus: unary((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  Relu: unary((x) => Math.max(x, 0)),
  Elu: unary((x) => (x > 0 ? x : Math.expm1(x))),
  LeakyRelu: unary((x, { alpha }: { readonly alpha: number }) => (x > 0 ? x : alpha * x)),
  Step: unary((x, { alpha }: { readonly alpha: number }) => {
    if (Number.isNaN(x)) return NaN;
    return x > 0 ? 1 : alpha;
  }),
  ClipByValue: unary(
    (x, { clipValueMin, clipValueMax }: { clipValueMin: number; clipValueMax: number }) =>
      Math.min(Math.max(x, clipValueMin), clipValueMax),
  ),
  Cast: ([x], { dtype }) => ({ ...x, dtype, data: x.data.map((value) => cast(value, dtype)) }),
  StopGradient: unary((x) => x),
  Select: ([condition, t, e]) =>
    tabulate(t.dtype, t.shape, (place) =>
      at(condition, place) === 0 ? at(e, place) : at(t, place),
    ),
} satisfies Partial<Interpreters>;
