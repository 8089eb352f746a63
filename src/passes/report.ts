/** Reports of the changes that passes make. */
import { graphCost, type GraphCost } from '../ir/graphCost.js';
import { valueNames } from '../ir/graphRows.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printDifference } from '../ir/printDifference.js';
import { prune } from '../ir/prune.js';
import type { Pass } from './pass.js';
import { runPasses } from './passes.js';

/** One run of one pass over one graph. Nodes that a pass leaves without a user count as removed by it. */
export interface PassReport {
  readonly pass: string;
  /** The effect of the pass, as one sentence. */
  readonly sentence: string;
  /** Name of the graph. */
  readonly graph: string;
  /** Passes run in rounds, counted from 1, until none changes anything. */
  readonly round: number;
  /** Nodes, FLOPs and bytes moved of the graph. */
  readonly before: GraphCost;
  readonly after: GraphCost;
  /**
   * Lines of the printed graph that the pass removed (`-`) and added (`+`); empty where it changed nothing. Nodes are
   * numbered as in the recorded graph, new ones from there on.
   */
  readonly difference: string;
}

/** Every run of every pass over a recorded graph, in order. */
export function reportPasses(graph: KernelGraph, passes?: readonly Pass[]): readonly PassReport[] {
  let current = graph;
  let names = valueNames(graph);
  let cost = graphCost(graph);
  return Array.from(
    runPasses(graph, passes),
    ({ pass: { name, sentence }, round, before, after }) => {
      const start = { graph: current, cost };
      if (before !== after) {
        current = prune(after);
        cost = graphCost(current);
        names = valueNames(current, names);
      }
      return {
        pass: name,
        sentence,
        graph: graph.name,
        round,
        before: start.cost,
        after: cost,
        difference: start.graph === current ? '' : printDifference(start.graph, current, names),
      };
    },
  );
}
