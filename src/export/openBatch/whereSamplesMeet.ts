/** The search for layers that compare the samples of a batch. */
import { sameShape } from '../../ir/broadcast.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import { batchAxis, growthOf, type BatchSizes, type Pair } from './sizes.js';

/**
 * The first node whose result joins several samples. A result of the batch that keeps its samples apart has one axis for
 * them, in their order: a mean over the batch loses it, a table of all pairs has it twice.
 * @param graphs One graph at both batch sizes.
 * @returns The node's origin; undefined where every sample is computed alone.
 */
export function whereSamplesMeet(
  [graph, other]: Pair<KernelGraph>,
  sizes: BatchSizes,
): string | undefined {
  const shapesOf = (id: ValueId): Pair<Shape> => [typeOf(graph, id).shape, typeOf(other, id).shape];
  const axisOf = (id: ValueId): number | undefined => {
    const growth = growthOf(shapesOf(id), sizes);
    return growth && batchAxis(growth)?.axis;
  };
  const meeting = graph.nodes.find((node, at) => {
    const twin = other.nodes[at];
    if (twin?.kernel !== node.kernel || !sameShape(twin.inputs, node.inputs)) return true;
    const batch = node.inputs.find((id) => !sameShape(...shapesOf(id)));
    if (batch === undefined) return false;
    const [before, after] = [axisOf(batch), axisOf(node.output)];
    if (before === undefined || after === undefined) return true;
    return movesSamples(
      node,
      [typeOf(graph, batch).shape, before],
      [typeOf(graph, node.output).shape, after],
    );
  });
  return meeting?.origin;
}

/** A shape and its batch axis. */
type Batch = readonly [Shape, number];

/** True for a node that brings the samples into another order, or cuts them in another place. */
function movesSamples(
  node: AnyKernelNode,
  [input, before]: Batch,
  [output, after]: Batch,
): boolean {
  if (node.kernel === 'Reverse') return node.attributes.dims.includes(after);
  if (node.kernel !== 'Reshape') return false;
  return sizeOf(input.slice(0, before)) !== sizeOf(output.slice(0, after));
}
