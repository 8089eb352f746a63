/** Types of the values of a graph. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph, ValueId } from './kernelGraph.js';
import type { TensorType } from './tensorType.js';

/** The type of a value. @throws InternalError where the graph has no such value. */
export function typeOf(graph: KernelGraph, id: ValueId): TensorType {
  const type = graph.types[id];
  if (type === undefined) throw new InternalError(`graph ${graph.name} has no value %${id}`);
  return type;
}
