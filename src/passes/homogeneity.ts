/** Homogeneity of kernels: the factor of the output when the inputs are multiplied by factors. */
import type { KernelNode } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';

/** Kernels that are linear in each of their two operands, so that a factor can move from one to the other. */
export const bilinear: ReadonlySet<KernelName> = new Set<KernelName>([
  'Multiply',
  'BatchMatMul',
  'Conv2D',
  'Conv2DBackpropInput',
  'Conv2DBackpropFilter',
]);

type Factor<K extends KernelName> = (
  factors: readonly number[],
  node: KernelNode<K>,
) => number | undefined;

const product = ([a = 1, b = 1]: readonly number[]): number => a * b;
const same = ([c]: readonly number[]): number | undefined => c;
const sameIfPositive = ([c = 1]: readonly number[]): number | undefined => (c > 0 ? c : undefined);
const noneIfPositive = ([c = 1]: readonly number[]): number | undefined => (c > 0 ? 1 : undefined);
const common = (factors: readonly number[]): number | undefined =>
  factors.every((factor) => factor === factors[0]) ? factors[0] : undefined;

const table: { readonly [K in KernelName]?: Factor<K> } = {
  Multiply: product,
  BatchMatMul: product,
  Conv2D: product,
  Conv2DBackpropInput: product,
  Conv2DBackpropFilter: product,
  Neg: same,
  Reshape: same,
  Transpose: same,
  BroadcastTo: same,
  Tile: same,
  Slice: same,
  Reverse: same,
  UpSampleNearest: same,
  UpSampleNearestGrad: same,
  Sum: same,
  Mean: same,
  PadV2: ([c], { attributes }) => (attributes.constantValue === 0 ? c : undefined),
  Relu: sameIfPositive,
  LeakyRelu: sameIfPositive,
  Max: sameIfPositive,
  Min: sameIfPositive,
  Sign: noneIfPositive,
  Step: noneIfPositive,
  Add: common,
  Sub: common,
  Concat: common,
  RealDiv: ([a = 1, b = 1]) => a / b,
  Reciprocal: ([c = 1]) => 1 / c,
  Square: ([c = 1]) => c * c,
  Abs: ([c = 1]) => Math.abs(c),
};

/**
 * The factor g with `kernel(c₁·x₁, c₂·x₂, …) = g · kernel(x₁, x₂, …)`.
 *
 * @param factors The factor c of every input; none is 0.
 * @returns `undefined` where there is no such g.
 */
export function outputFactor<K extends KernelName>(
  node: KernelNode<K>,
  factors: readonly number[],
): number | undefined {
  return table[node.kernel]?.(factors, node);
}
