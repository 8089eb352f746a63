/** The list of passes, and the optimization of a graph by all of them. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { compact } from '../ir/prune.js';
import { verify } from '../ir/verify/verify.js';
import { afterPass, afterPasses, beforePasses } from './afterPasses.js';
import { commonSubexpressions } from './commonSubexpressions.js';
import { composeLayout } from './composeLayout.js';
import { deadNodes } from './deadNodes.js';
import { dropIdentities } from './dropIdentities.js';
import { expandSums } from './expandSums.js';
import { factorOutOfSums } from './factorOutOfSums.js';
import { foldConstants } from './foldConstants.js';
import { gatherFactors } from './gatherFactors.js';
import { moveScales } from './moveScales.js';
import type { Pass } from './pass.js';
import { simplifyArithmetic } from './simplifyArithmetic.js';
import { shareBackward } from './shareBackward.js';
import { sinkBroadcasts } from './sinkBroadcasts.js';

/** All passes, in order; none depends on another, so that each can be left out. */
export const passes: readonly Pass[] = [
  deadNodes,
  dropIdentities,
  foldConstants,
  composeLayout,
  sinkBroadcasts,
  simplifyArithmetic,
  gatherFactors,
  moveScales,
  factorOutOfSums,
  expandSums,
  commonSubexpressions,
  shareBackward,
];

/** Number of rounds after which the loop ends even if a pass still changes something; the graph is correct at any time. */
const maxRounds = 64;

/** One run of one pass over a graph. */
export interface PassRun {
  readonly pass: Pass;
  /** Counted from 1. */
  readonly round: number;
  readonly before: KernelGraph;
  /** The very same object as `before` where the pass changed nothing. */
  readonly after: KernelGraph;
}

/** Runs passes in rounds until none changes anything. Values keep their numbers from one graph to the next. */
export function* runPasses(
  graph: KernelGraph,
  chosen: readonly Pass[] = passes,
): Generator<PassRun, void> {
  let current = graph;
  for (let round = 1; round <= maxRounds; round++) {
    const start = current;
    for (const pass of chosen) {
      const run = { pass, round, before: current, after: runPass(pass, current) };
      current = run.after;
      yield run;
    }
    if (current === start) return;
  }
}

function runPass(pass: Pass, graph: KernelGraph): KernelGraph {
  try {
    return pass.run(graph);
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    const message = `the pass ${pass.name} fails on the graph "${graph.name}": ${error.message}`;
    throw new InternalError(message, { cause: error });
  }
}

/**
 * The graph after passes. Whatever these are, values are numbered anew, and inputs, constants and nodes that no output needs are
 * gone. Outputs are those of the given graph up to rounding.
 *
 * @throws InternalError where the result violates an invariant; it names the first pass whose result does.
 */
export function optimize(graph: KernelGraph, chosen: readonly Pass[] = passes): KernelGraph {
  try {
    let current = graph;
    for (const { after } of runPasses(graph, chosen)) current = after;
    const optimized = compact(current);
    verify(optimized, afterPasses(chosen));
    return optimized;
  } catch (error) {
    verifyPasses(graph, chosen);
    throw error;
  }
}

/** Runs passes and verifies the result of each, which takes too long for every compilation. */
function verifyPasses(graph: KernelGraph, chosen: readonly Pass[]): void {
  verify(graph, beforePasses);
  for (const { pass, before, after } of runPasses(graph, chosen)) {
    if (after !== before) verify(after, afterPass(pass));
  }
}
