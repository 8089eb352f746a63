import type { KernelGraph, ValueId } from './kernelGraph.js';

/** The number of times that nodes and outputs read each value; values that nothing reads are left out. */
export function countUses({ nodes, outputs }: KernelGraph): Map<ValueId, number> {
  const uses = new Map<ValueId, number>();
  const count = (value: ValueId): void => void uses.set(value, (uses.get(value) ?? 0) + 1);
  for (const node of nodes) node.inputs.forEach(count);
  for (const output of outputs) count(output.value);
  return uses;
}
