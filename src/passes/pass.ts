/** What a pass is. */
import { rewrite, type RewriteRules } from '../ir/rewrite.js';
import type { KernelGraph } from '../ir/kernelGraph.js';

/** One kind of improvement: a pure function between graphs that compute the same outputs. */
export interface Pass {
  readonly name: string;
  /** What it does, as one sentence. */
  readonly sentence: string;
  /** @returns The very same object where there is nothing to improve. */
  run(graph: KernelGraph): KernelGraph;
}

/** A pass that looks at each node and what it is computed from. */
export function rewritePass(name: string, sentence: string, rules: RewriteRules): Pass {
  return { name, sentence, run: (graph) => rewrite(graph, rules) };
}
