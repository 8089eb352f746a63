/** What a pass makes of a small graph. */
import type { KernelGraph, ValueId } from '../../src/ir/kernelGraph.js';
import { compact } from '../../src/ir/prune.js';
import { verify } from '../../src/ir/verify/verify.js';
import { afterPass } from '../../src/passes/afterPasses.js';
import type { Pass } from '../../src/passes/pass.js';
import { expressions, graphOf, type GraphBuilder } from '../ir/graphBuilder.js';

/** The results, as expressions, of the graph that `build` writes after one run of the pass. */
export function improved(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): readonly string[] {
  return expressions(improvedGraph(pass, build));
}

/** The same graph itself, without what no output needs. */
export function improvedGraph(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): KernelGraph {
  const after = compact(pass.run(graphOf(build)));
  verify(after, afterPass(pass));
  return after;
}

/** Whether the pass leaves the graph as it is. */
export function keeps(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): boolean {
  const graph = graphOf(build);
  return pass.run(graph) === graph;
}
