/** Rewriting of graphs node by node. */
import { GraphEditor, type Replacement } from './graphEditor.js';
import type { AnyKernelNode, KernelGraph, KernelNode } from './kernelGraph.js';
import type { KernelName } from './kernels.js';

/** A rule that replaces nodes of one kernel. The inputs of the node are values of the new graph. */
export type RewriteRule<K extends KernelName> = (
  node: KernelNode<K>,
  edit: GraphEditor,
) => Replacement;

/** Rules by kernel. Nodes of kernels without a rule are kept. */
export type RewriteRules = { readonly [K in KernelName]?: RewriteRule<K> };

/** One rule for several kernels. */
export function ruleFor(
  kernels: Iterable<KernelName>,
  rule: <K extends KernelName>(node: KernelNode<K>, edit: GraphEditor) => Replacement,
): RewriteRules {
  return Object.fromEntries(Array.from(kernels, (kernel) => [kernel, rule]));
}

/**
 * Applies a rule to every node in topological order.
 *
 * Nodes and constants that lose their last reader stay, and values keep their numbers: see `prune`.
 *
 * @returns The very same object where nothing is replaced.
 */
export function rewriteEach(
  graph: KernelGraph,
  rule: (node: AnyKernelNode, edit: GraphEditor) => Replacement,
): KernelGraph {
  const edit = new GraphEditor(graph);
  for (const node of graph.nodes) edit.visit(node, (current) => rule(current, edit));
  return edit.finish();
}

/** `rewriteEach` with rules by kernel. */
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
