/** The type of passes. */
import { rewrite, type RewriteRules } from '../ir/rewrite.js';
import type { KernelGraph } from '../ir/kernelGraph.js';

/** A pure function to a graph with the same outputs that runs faster or lets another pass simplify it. */
export interface Pass {
  readonly name: string;
  /** Its effect as a sentence, for people. */
  readonly sentence: string;
  /** @returns The very same object where nothing changes. */
  run(graph: KernelGraph): KernelGraph;
}

/** A pass that applies rules to each node. */
export function rewritePass(name: string, sentence: string, rules: RewriteRules): Pass {
  return { name, sentence, run: (graph) => rewrite(graph, rules) };
}
