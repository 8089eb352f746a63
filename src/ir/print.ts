/** Prints kernel graphs for people and for comparison in tests. */
import { graphSections, sectionLines, valueNames } from './graphRows.js';
import type { AnyKernelNode, KernelGraph } from './kernelGraph.js';

/**
 * A graph as text, one line per input, constant, node and output. Equal graphs have equal texts.
 *
 * Operands have the names of `valueNames`; `# /pointer` is the origin of a node.
 */
export function printGraph(graph: KernelGraph): string {
  const sections = graphSections(graph, valueNames(graph));
  const lines = sections.flatMap(sectionLines);
  return [`graph ${graph.name}`, ...lines, countsText(graph.nodes), ''].join('\n');
}

/** `kernels 7: Add 4, Sum 3`. */
function countsText(nodes: readonly AnyKernelNode[]): string {
  const counts = new Map<string, number>();
  for (const { kernel } of nodes) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const list = sorted.map(([kernel, count]) => `${kernel} ${count}`).join(', ');
  return list === '' ? 'kernels 0' : `kernels ${nodes.length}: ${list}`;
}
