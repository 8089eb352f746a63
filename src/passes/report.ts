/** Reports of the changes that passes make. */
import { valueNames } from '../ir/graphRows.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printDifference } from '../ir/printDifference.js';
import { prune } from '../ir/prune.js';
import { runPasses } from './passes.js';

/** One run of one pass over one graph. Nodes that a pass leaves without a user count as removed by it. */
export interface PassReport {
  readonly pass: string;
  /** The effect of the pass, as one sentence. */
  readonly sentence: string;
  /** Name of the graph. */
  readonly graph: string;
  /** All passes run in rounds, counted from 1, until none changes anything. */
  readonly round: number;
  readonly nodesBefore: number;
  readonly nodesAfter: number;
  /**
   * Lines of the printed graph that the pass removed (`-`) and added (`+`); empty where it changed nothing. Nodes are
   * numbered as in the recorded graph, new ones from there on.
   */
  readonly difference: string;
}

/** Every run of every pass over a recorded graph, in order. */
export function reportPasses(graph: KernelGraph): readonly PassReport[] {
  let current = graph;
  let names = valueNames(graph);
  return Array.from(runPasses(graph), ({ pass: { name, sentence }, round, before, after }) => {
    const start = current;
    if (before !== after) {
      current = prune(after);
      names = valueNames(current, names);
    }
    return {
      pass: name,
      sentence,
      graph: graph.name,
      round,
      nodesBefore: start.nodes.length,
      nodesAfter: current.nodes.length,
      difference: start === current ? '' : printDifference(start, current, names),
    };
  });
}
