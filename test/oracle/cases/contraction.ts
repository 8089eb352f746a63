/** Cases of the kernels that sum over elements: reductions, matrix products, convolutions, up-sampling. */
import { spatialPadding, convOutputSizes, type PaddingRule } from '../../../src/ir/convGeometry.js';
import type { ConvAttributes, KernelName, SpatialPadding } from '../../../src/ir/kernels.js';
import type { Shape } from '../../../src/ir/tensorType.js';
import { real, whole, type CaseInput, type CasesOf } from './case.js';

const reductions = [
  { shape: [4], attributes: { axis: [0], keepDims: false } },
  { shape: [2, 3], attributes: { axis: [1], keepDims: false } },
  { shape: [2, 3], attributes: { axis: [0], keepDims: true } },
  { shape: [2, 3, 4], attributes: { axis: [0, 2], keepDims: false } },
  { shape: [2, 3, 2, 2], attributes: { axis: [1, 2, 3], keepDims: true } },
  { shape: [2, 3], attributes: { axis: [0, 1], keepDims: false } },
  { shape: [2, 3], attributes: { axis: [], keepDims: false } },
  { shape: [], attributes: { axis: [], keepDims: false } },
];

function reduction(make: (shape: Shape) => CaseInput = real) {
  return reductions.map(({ shape, attributes }) => ({ inputs: [make(shape)], attributes }));
}

const reductionsOfBoth = [
  ...reduction((shape) => real(shape)),
  { inputs: [whole([2, 3])], attributes: { axis: [1], keepDims: false } },
];

interface Convolution {
  readonly x: readonly [number, number, number, number];
  readonly filter: readonly [number, number, number, number];
  readonly strides: readonly [number, number];
  readonly padding: PaddingRule | SpatialPadding;
}

/** Odd and even sizes, strides 1 to 3, all ways of padding, rows that no window reaches, windows that miss pixels. */
const convolutions: readonly Convolution[] = [
  { x: [2, 5, 4, 2], filter: [3, 3, 2, 3], strides: [1, 1], padding: 'same' },
  { x: [2, 5, 4, 2], filter: [3, 2, 2, 3], strides: [1, 1], padding: 'valid' },
  { x: [2, 7, 7, 1], filter: [5, 5, 1, 2], strides: [2, 2], padding: 'same' },
  { x: [2, 6, 8, 2], filter: [5, 5, 2, 2], strides: [2, 2], padding: 'same' },
  { x: [3, 7, 6, 2], filter: [4, 4, 2, 1], strides: [2, 2], padding: 'same' },
  { x: [2, 6, 7, 1], filter: [3, 3, 1, 2], strides: [2, 2], padding: 'valid' },
  { x: [2, 8, 7, 2], filter: [3, 4, 2, 2], strides: [3, 3], padding: 'same' },
  { x: [1, 8, 9, 2], filter: [2, 2, 2, 2], strides: [3, 3], padding: 'valid' },
  {
    x: [2, 5, 6, 2],
    filter: [3, 3, 2, 2],
    strides: [2, 1],
    padding: [
      [2, 0],
      [0, 3],
    ],
  },
  {
    x: [2, 5, 5, 1],
    filter: [3, 3, 1, 2],
    strides: [3, 2],
    padding: [
      [1, 2],
      [2, 1],
    ],
  },
  { x: [2, 3, 3, 4], filter: [1, 1, 4, 3], strides: [1, 1], padding: 'valid' },
  { x: [2, 4, 5, 3], filter: [1, 1, 3, 2], strides: [2, 2], padding: 'same' },
  { x: [1, 2, 2, 1], filter: [5, 5, 1, 1], strides: [1, 1], padding: 'same' },
];

interface Resolved extends ConvAttributes {
  readonly x: Shape;
  readonly filter: Shape;
  readonly dy: Shape;
}

const resolved = convolutions.map(({ x, filter, strides, padding }): Resolved => {
  const size = [x[1], x[2]] as const;
  const window = [filter[0], filter[1]] as const;
  const zeros =
    typeof padding === 'string' ? spatialPadding(padding, size, window, strides) : padding;
  const dy = [x[0], ...convOutputSizes(size, window, strides, zeros), filter[3]];
  return { x, filter, dy, strides, padding: zeros };
});

const images: readonly { shape: Shape; factors: readonly [number, number] }[] = [
  { shape: [2, 3, 2, 2], factors: [2, 2] },
  { shape: [2, 1, 3, 1], factors: [3, 1] },
  { shape: [1, 2, 2, 3], factors: [1, 4] },
];

/** The cases, by kernel. */
export const contractionCases = {
  Sum: reductionsOfBoth,
  Mean: reduction(),
  Max: reductionsOfBoth,
  Min: reductionsOfBoth,
  BatchMatMul: [false, true].flatMap((transposeA) =>
    [false, true].flatMap((transposeB) => {
      const turn = (rows: number, columns: number, swap: boolean) =>
        swap ? [columns, rows] : [rows, columns];
      const a = turn(2, 3, transposeA);
      const b = turn(3, 4, transposeB);
      const attributes = { transposeA, transposeB };
      return [
        { inputs: [real(a), real(b)], attributes },
        { inputs: [real([2, ...a]), real([2, ...b])], attributes },
        { inputs: [real([2, ...a]), real([1, ...b])], attributes },
        { inputs: [real([2, 1, ...a]), real([3, ...b])], attributes },
        { inputs: [real([2, ...a]), real(b)], attributes },
      ];
    }),
  ),
  Conv2D: resolved.map(({ x, filter, strides, padding }) => ({
    inputs: [real(x), real(filter)],
    attributes: { strides, padding },
  })),
  Conv2DBackpropInput: resolved.map(({ x, filter, dy, strides, padding }) => ({
    inputs: [real(dy), real(filter)],
    attributes: { strides, padding, inputShape: x },
  })),
  Conv2DBackpropFilter: resolved.map(({ x, filter, dy, strides, padding }) => ({
    inputs: [real(x), real(dy)],
    attributes: { strides, padding, filterShape: filter },
  })),
  UpSampleNearest: images.map(({ shape, factors }) => ({
    inputs: [real(shape)],
    attributes: { factors },
  })),
  UpSampleNearestGrad: images.map(({ shape, factors }) => ({
    inputs: [real(shape.map((size, axis) => size * (factors[axis - 1] ?? 1)))],
    attributes: { factors },
  })),
} satisfies { readonly [K in KernelName]?: CasesOf<K> };
