/** The cost of one run of a graph, from shapes alone. */
import type { AnyKernelNode, KernelGraph, KernelNode, ValueId } from './kernelGraph.js';
import { isElementwise, type ElementwiseName, type KernelName } from './kernels.js';
import { sizeOf, type DType, type Shape } from './tensorType.js';
import { typeOf } from './typeOf.js';
import { isView } from './views.js';

/** The cost of one run of a graph. */
export interface GraphCost {
  readonly nodes: number;
  /** Floating-point operations by definition of the kernels, however an engine computes them; a multiply-add counts as two. */
  readonly flops: number;
  /** Bytes of all tensors that nodes read and write, each node by itself; views move none. */
  readonly bytesMoved: number;
}

/** Nodes, floating-point operations and bytes moved of a graph. */
export function graphCost(graph: KernelGraph): GraphCost {
  const stored = storedBytes(graph);
  let [flops, bytesMoved] = [0, 0];
  for (const node of graph.nodes) {
    if (isView(node)) continue;
    flops += flopsOf(graph, node);
    for (const value of new Set([...node.inputs, node.output]))
      bytesMoved += stored.get(value) ?? 0;
  }
  return { nodes: graph.nodes.length, flops, bytesMoved };
}

const bytesPerElement: Readonly<Record<DType, number>> = { float32: 4, int32: 4, bool: 1 };

/**
 * Bytes in memory of each value: those of a view are its operand's, so a broadcast tensor is as small as before; a constant of
 * one number is that number.
 */
function storedBytes(graph: KernelGraph): ReadonlyMap<ValueId, number> {
  const bytes = new Map<ValueId, number>();
  const store = (value: ValueId, elements?: number): void => {
    const { dtype, shape } = typeOf(graph, value);
    bytes.set(value, bytesPerElement[dtype] * (elements ?? sizeOf(shape)));
  };
  for (const { value } of graph.inputs) store(value);
  for (const { value, content } of graph.constants) store(value, 'fill' in content ? 1 : undefined);
  for (const node of graph.nodes) {
    const viewed = isView(node) ? bytes.get(node.inputs[0] ?? -1) : undefined;
    if (viewed === undefined) store(node.output);
    else bytes.set(node.output, viewed);
  }
  return bytes;
}

/** Operations of one node of a kernel. */
type FlopRule<K extends KernelName> = (
  inputs: readonly Shape[],
  output: Shape,
  attributes: KernelNode<K>['attributes'],
) => number;

const none = (): number => 0;
const onePerInputElement: FlopRule<KernelName> = ([x = []]) => sizeOf(x);

/** 2 · (elements of the filter) · (positions of the smaller map in all images), for a convolution and both its gradients. */
function convolution(filter: Shape = [], positions: Shape = []): number {
  return 2 * sizeOf(filter) * sizeOf(positions.slice(0, 3));
}

const rules: { readonly [K in Exclude<KernelName, ElementwiseName>]: FlopRule<K> } = {
  Select: (_, output) => sizeOf(output),
  Reshape: none,
  Transpose: none,
  BroadcastTo: none,
  Tile: none,
  PadV2: none,
  Slice: none,
  Reverse: none,
  Concat: none,
  Sum: onePerInputElement,
  Mean: onePerInputElement,
  Max: onePerInputElement,
  Min: onePerInputElement,
  BatchMatMul: ([a = []], output, { transposeA }) =>
    2 * sizeOf(output) * (a.at(transposeA ? -2 : -1) ?? 1),
  Conv2D: ([, filter], output) => convolution(filter, output),
  Conv2DBackpropInput: ([dy, filter]) => convolution(filter, dy),
  Conv2DBackpropFilter: ([, dy], output) => convolution(output, dy),
  UpSampleNearest: none,
  UpSampleNearestGrad: onePerInputElement,
};

function flopsOf(graph: KernelGraph, node: AnyKernelNode): number {
  const output = typeOf(graph, node.output).shape;
  if (isElementwise(node.kernel)) return sizeOf(output);
  const inputs = node.inputs.map((value) => typeOf(graph, value).shape);
  // The rule of the node's own kernel, which TypeScript does not pair with the attributes in a union.
  const rule = rules[node.kernel] as FlopRule<KernelName>;
  return rule(inputs, output, node.attributes);
}
