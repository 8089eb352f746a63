/** The cost of a node in elements written: engines are limited by memory bandwidth and by the overhead of each kernel. */

/** The overhead of a kernel, in elements that an elementwise kernel writes in that time (some µs in onnxruntime on a CPU). */
export const startCost = 1 << 14;

/** The cost of an elementwise node with an output of this many elements. */
export function elementwiseCost(size: number): number {
  return startCost + size;
}
