/** The memory of training, planned from the compiled graphs. */
import type { Report } from '../diagnostics/report.js';
import { engineOverhead, peakMemory, type PeakMemory } from '../ir/peakMemory.js';
import { sizeOf } from '../ir/tensorType.js';
import { largestTrainable, reportMemory, type MemoryNeed } from '../language/resolve/memory.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import type { Program } from '../program/program.js';

/** Batch sizes that are tried for the hint, each of which compiles the graphs anew. */
const maxTries = 4;

/**
 * Refuses a program whose graphs need more memory than there is, the overhead of engines not counted. A batch size that fits
 * is found by planning with it.
 * @param compileWith The program with another batch size.
 * @returns true where it fits.
 */
export function checkMemory(
  { spec: { training }, networks }: ResolvedGan,
  program: Program,
  compileWith: (batchSize: number) => Program,
  limit: number,
  report: Report,
): boolean {
  const need = plannedMemory(program);
  if (need.bytes <= limit) return true;
  const goal = limit / engineOverhead;
  const smaller = (batch: number, { bytes, fixed }: PlannedMemory): number => {
    const share = Math.max(0, goal - fixed) / (bytes - fixed);
    const max = Math.min(batch - 1, Math.floor(batch * share));
    return largestTrainable(training, Object.values(networks), max);
  };
  let fitting = smaller(training.batchSize, need);
  for (let tries = 0; fitting >= 1 && tries < maxTries; tries += 1) {
    const found = plannedMemory(compileWith(fitting));
    if (found.bytes <= goal) break;
    fitting = tries + 1 < maxTries ? smaller(fitting, found) : 0;
  }
  reportMemory(need, limit, { batchSize: training.batchSize, fitting }, report);
  return false;
}

interface PlannedMemory extends MemoryNeed {
  /** The part that holds the state, whatever the batch size. */
  readonly fixed: number;
}

/** Copies of the state: two in the engine, one that a run keeps, and one that is to take its place. */
const stateCopies = 4;

/** The state, and the largest memory of a graph beside it: graphs run one after the other. Scores are computed on demand alone. */
export function plannedMemory({ graphs, state }: Program): PlannedMemory {
  const peaks = graphs.filter(({ name }) => name !== 'score').map(peakMemory);
  const beside = ({ bytes, stateBytes }: PeakMemory): number => bytes - stateBytes;
  const [largest] = peaks.toSorted((a, b) => beside(b) - beside(a));
  const fixed = state.reduce((sum, { shape }) => sum + stateCopies * 4 * sizeOf(shape), 0);
  const own = largest ? beside(largest) : 0;
  return { bytes: own + fixed, fixed, pointer: largest?.origin ?? '' };
}
