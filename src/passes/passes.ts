/** The list of passes, and the loop that applies them. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { compact } from '../ir/prune.js';
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
import { sinkBroadcasts } from './sinkBroadcasts.js';

/** All passes, in order; each assumes nothing of the others. */
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
];

/** Rounds after which the loop stops even if a pass still finds something; the graph is right at any time. */
const mostRounds = 64;

/**
 * The graph after all passes, again and again until none finds anything to improve.
 *
 * Outputs are those of the given graph up to rounding. Inputs that no output needs are gone.
 */
export function optimize(graph: KernelGraph): KernelGraph {
  let current = graph;
  for (let round = 0; round < mostRounds; round++) {
    const before = current;
    for (const pass of passes) current = pass.run(current);
    if (current === before) break;
  }
  return compact(current);
}
