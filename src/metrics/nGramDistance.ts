import type { DatasetDescription } from '../entries/dataset.js';
import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type NGramDistanceMetric } from '../generated/metrics.js';
import { indexOfLargest } from './shared/indexOfLargest.js';
import { jensenShannon } from './shared/divergence.js';

/**
 * Jensen–Shannon divergence, in nats, of the runs of `n` characters of generated and of real texts: 0 for the same shares of
 * all runs, log 2 where none is in common. It gets larger with fewer texts.
 * @source Gulrajani et al. 2017, arXiv:1704.00028, section 5.3, and the code that goes with it
 */
export const nGramDistance = defineMetric<NGramDistanceMetric>({
  type: 'nGramDistance',
  schema: schemas.nGramDistance,
  better: 'lower',
  unfit: ({ form }) => (form === 'text' ? undefined : 'they are no texts'),
  measure({ real, generated, data }, { n }) {
    const lengths = Array.from({ length: n }, (_, i) => i + 1);
    const divergences = lengths.map((length) => {
      const [p, q] = [runsOf(real, data, length), runsOf(generated, data, length)];
      const runs = [...new Set([...p.keys(), ...q.keys()])];
      return jensenShannon(...([p, q].map(countsOf(runs)) as [number[], number[]]));
    });
    return { value: divergences.at(-1) ?? 0, details: { from1: divergences } };
  },
});

/** Runs of characters of all texts with their counts; a run is its indices, joined by commas. */
function runsOf(
  { count, width, numbers }: SampleRows,
  { shape: [length = 1] }: DatasetDescription,
  n: number,
): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  const size = width / length;
  for (let row = 0; row < count; row++) {
    const characters = Array.from({ length }, (_, place) => {
      const scores = numbers.subarray(row * width + place * size, row * width + (place + 1) * size);
      return indexOfLargest(scores);
    }).filter((index) => index > 0);
    for (let start = 0; start + n <= characters.length; start++) {
      const run = characters.slice(start, start + n).join();
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return runs;
}

function countsOf(runs: readonly string[]) {
  return (counts: ReadonlyMap<string, number>): number[] => runs.map((run) => counts.get(run) ?? 0);
}
