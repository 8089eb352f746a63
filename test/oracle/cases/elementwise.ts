/** Cases of the kernels that work element by element. */
import type { KernelName } from '../../../src/ir/kernels.js';
import type { Shape } from '../../../src/ir/tensorType.js';
import { real, truth, whole, type CaseInput, type CasesOf } from './case.js';

/** Pairs of shapes: equal, with missing axes, with axes of size 1 on either side, scalars, images with a bias. */
const pairs: readonly (readonly [Shape, Shape])[] = [
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 3], [3]],
  [[3], [2, 3]],
  [
    [2, 1, 3],
    [4, 1],
  ],
  [[], [2, 2]],
  [[2, 2], []],
  [[], []],
  [[2, 3, 2, 2], [2]],
  [
    [3, 1],
    [1, 1],
  ],
];
const shapes: readonly Shape[] = [[], [5], [2, 3], [2, 3, 2, 1]];

type Make = (shape: Shape) => CaseInput;

/** Case lists are the same for all kernels without attributes. */
interface PlainCase {
  readonly inputs: readonly CaseInput[];
  readonly attributes: Readonly<Record<string, never>>;
}

function binary(a: Make, b: Make = a): readonly PlainCase[] {
  return pairs.map(([shapeA, shapeB]) => ({ inputs: [a(shapeA), b(shapeB)], attributes: {} }));
}

function unary(...range: [range?: readonly [number, number], avoid?: readonly number[]]) {
  return shapes.map((shape): PlainCase => ({ inputs: [real(shape, ...range)], attributes: {} }));
}

function withAttributes<A>(list: readonly A[], avoid: (attributes: A) => readonly number[]) {
  return list.flatMap((attributes) =>
    shapes.map((shape) => ({
      inputs: [real(shape, [-2, 2], avoid(attributes))],
      attributes,
    })),
  );
}

const positive = [0.3, 3] as const;
const numbers: Make = (shape) => real(shape);
const wholes: Make = (shape) => whole(shape, [-2, 2]);
const arithmetic = [...binary(numbers), ...binary(wholes)];
const alphas = [{ alpha: 0.2 }, { alpha: 0 }];

/** The cases, by kernel. */
export const elementwiseCases = {
  Add: arithmetic,
  Sub: arithmetic,
  Multiply: arithmetic,
  RealDiv: binary(numbers, (shape) => real(shape, positive)),
  Maximum: arithmetic,
  Minimum: arithmetic,
  Pow: [
    ...binary((shape) => real(shape, positive)),
    ...binary(
      (shape) => whole(shape, [1, 3]),
      (shape) => whole(shape, [0, 3]),
    ),
  ],
  Greater: arithmetic,
  GreaterEqual: arithmetic,
  Less: arithmetic,
  LessEqual: arithmetic,
  Equal: [...arithmetic, ...binary(truth)],
  NotEqual: [...arithmetic, ...binary(truth)],
  LogicalAnd: binary(truth),
  LogicalOr: binary(truth),
  LogicalNot: shapes.map((shape) => ({ inputs: [truth(shape)], attributes: {} })),
  Neg: [...unary(), { inputs: [whole([2, 3])], attributes: {} }],
  Abs: [...unary([-2, 2], [0]), { inputs: [whole([2, 3])], attributes: {} }],
  Sign: [...unary([-2, 2], [0]), { inputs: [whole([2, 3])], attributes: {} }],
  Floor: unary([-2, 2], [-2, -1, 0, 1, 2]),
  Exp: unary(),
  Expm1: unary(),
  Log: unary(positive),
  Log1p: unary([-0.6, 3]),
  Sqrt: unary(positive),
  Rsqrt: unary(positive),
  Square: [...unary(), { inputs: [whole([2, 3])], attributes: {} }],
  Reciprocal: [...unary(positive), { inputs: [real([4], [-3, -0.4])], attributes: {} }],
  Sin: unary(),
  Cos: unary(),
  Erf: unary([-4, 4]),
  Tanh: unary(),
  Sigmoid: unary([-6, 6]),
  Softplus: unary([-6, 6]),
  Relu: [...unary([-2, 2], [0]), { inputs: [whole([2, 3])], attributes: {} }],
  Elu: unary([-2, 2], [0]),
  LeakyRelu: withAttributes(alphas, () => [0]),
  Step: [
    ...withAttributes(alphas, () => [0]),
    { inputs: [whole([2, 3])], attributes: { alpha: 0 } },
  ],
  ClipByValue: withAttributes(
    [
      { clipValueMin: -1, clipValueMax: 0.5 },
      { clipValueMin: 0, clipValueMax: 6 },
    ],
    ({ clipValueMin, clipValueMax }) => [clipValueMin, clipValueMax],
  ),
  Cast: [
    { inputs: [real([2, 3])], attributes: { dtype: 'float32' } },
    { inputs: [real([2, 3], [-2, 2], [-2, -1, 0, 1, 2])], attributes: { dtype: 'int32' } },
    { inputs: [whole([2, 3])], attributes: { dtype: 'float32' } },
    { inputs: [whole([2, 3], [-1, 1])], attributes: { dtype: 'bool' } },
    { inputs: [truth([5])], attributes: { dtype: 'float32' } },
    { inputs: [truth([])], attributes: { dtype: 'int32' } },
  ],
  StopGradient: [...unary(), { inputs: [whole([3])], attributes: {} }],
  Select: shapes.flatMap((shape) => [
    { inputs: [truth(shape), real(shape), real(shape)], attributes: {} },
    { inputs: [truth(shape), whole(shape), whole(shape)], attributes: {} },
  ]),
} satisfies { readonly [K in KernelName]?: CasesOf<K> };
