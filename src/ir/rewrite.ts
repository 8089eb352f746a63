/** Changes of a graph node by node, each replaced by others that compute the same value. */
import { GraphEditor, type Replacement } from './graphEditor.js';
import type { AnyKernelNode, KernelGraph, KernelNode } from './kernelGraph.js';
import type { KernelName } from './kernels.js';

/** The replacement of a node of one kernel. The node's inputs are values of the new graph. */
export type RewriteRule<K extends KernelName> = (
  node: KernelNode<K>,
  edit: GraphEditor,
) => Replacement;

/** Rules by kernel; kernels without one are kept. */
export type RewriteRules = { readonly [K in KernelName]?: RewriteRule<K> };

/**
 * The graph with every node replaced as the rule says, in topological order; the very same object where nothing was replaced.
 *
 * Nodes and constants that lose their last user stay, and values keep their numbers: see `prune`.
 */
export function rewriteEach(
  graph: KernelGraph,
  rule: (node: AnyKernelNode, edit: GraphEditor) => Replacement,
): KernelGraph {
  const edit = new GraphEditor(graph);
  for (const node of graph.nodes) edit.visit(node, (current) => rule(current, edit));
  return edit.finish();
}

/** `rewriteEach` with a rule for each kernel. */
export function rewrite(graph: KernelGraph, rules: RewriteRules): KernelGraph {
  return rewriteEach(graph, (node, edit) => applyRule(node, rules, edit));
}

function applyRule<K extends KernelName>(
  node: KernelNode<K>,
  rules: RewriteRules,
  edit: GraphEditor,
): Replacement {
  return rules[node.kernel]?.(node, edit);
}
