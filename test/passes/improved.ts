/** Results of a pass on small graphs. */
import type { KernelGraph, ValueId } from '../../src/ir/kernelGraph.js';
import { compact } from '../../src/ir/prune.js';
import { verify } from '../../src/ir/verify/verify.js';
import { afterPass } from '../../src/passes/afterPasses.js';
import type { Pass } from '../../src/passes/pass.js';
import { expressions, graphOf, type GraphBuilder } from '../ir/graphBuilder.js';

/** The results of a graph after one run of the pass, as expressions. */
export function improved(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): readonly string[] {
  return expressions(improvedGraph(pass, build));
}

/** The graph after one run of the pass, compacted. */
export function improvedGraph(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): KernelGraph {
  const after = compact(pass.run(graphOf(build)));
  verify(after, afterPass(pass));
  return after;
}

/** True if the pass does not change the graph. */
export function keeps(
  pass: Pass,
  build: (g: GraphBuilder) => ValueId | readonly ValueId[],
): boolean {
  const graph = graphOf(build);
  return pass.run(graph) === graph;
}
