/** What a node costs, in elements written: engines are limited by memory, and by starting each kernel. */

/** Starting a kernel takes as long as an elementwise pass over this many elements (some µs in onnxruntime on a CPU). */
export const startCost = 1 << 14;

/** Cost of an elementwise node with an output of this many elements. */
export function elementwiseCost(size: number): number {
  return startCost + size;
}
