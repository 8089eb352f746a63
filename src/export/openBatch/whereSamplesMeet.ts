/** The search for layers that compare the samples of a batch. */
import { sameShape } from '../../ir/broadcast.js';
import type { KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import type { Shape } from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import { batchAxis, growthOf, type BatchSizes, type Pair } from './sizes.js';

/**
 * The first node whose result joins several samples. A result of the batch that keeps its samples apart has one axis for
 * them, which a mean over the batch loses and a table of all pairs has twice.
 * @param graphs One graph at both batch sizes.
 * @returns The node's origin; undefined where every sample is computed alone.
 */
export function whereSamplesMeet(
  [graph, other]: Pair<KernelGraph>,
  sizes: BatchSizes,
): string | undefined {
  const shapesOf = (id: ValueId): Pair<Shape> => [typeOf(graph, id).shape, typeOf(other, id).shape];
  const meeting = graph.nodes.find((node, at) => {
    const twin = other.nodes[at];
    if (twin?.kernel !== node.kernel || !sameShape(twin.inputs, node.inputs)) return true;
    const isOfBatch = node.inputs.some((id) => !sameShape(...shapesOf(id)));
    const growth = growthOf(shapesOf(node.output), sizes);
    return isOfBatch && (!growth || !batchAxis(growth));
  });
  return meeting?.origin;
}
