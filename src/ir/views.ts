/** Nodes that engines do not compute: their result is the memory of their operand, read in another way. */
import type { AnyKernelNode } from './kernelGraph.js';
import type { KernelName } from './kernels.js';

const viewKernels: ReadonlySet<KernelName> = new Set<KernelName>([
  'Reshape',
  'BroadcastTo',
  'StopGradient',
]);

/** True for a node whose result takes no memory of its own. */
export function isView({ kernel }: AnyKernelNode): boolean {
  return viewKernels.has(kernel);
}
