/** The memory of training, planned from the compiled graphs. */
import type { Report } from '../diagnostics/report.js';
import { peakMemory } from '../ir/peakMemory.js';
import { bytesText, countText } from '../language/resolve/quantityText.js';
import type { Program } from '../program/program.js';

/** Engines take up to about twice the planned memory: their blocks grow by doubling, and are kept. */
const overhead = 2;

/**
 * Refuses a program whose graphs need more memory than there is, the overhead of engines not counted. Every graph counts,
 * since each keeps the memory of its largest run; scores are computed on demand alone.
 * @returns true where it fits.
 */
export function checkMemory(program: Program, limit: number, report: Report): boolean {
  const peaks = program.graphs.filter(({ name }) => name !== 'score').map(peakMemory);
  const planned = peaks.reduce((sum, { bytes }) => sum + bytes, 0);
  if (planned <= limit) return true;
  const fixed = peaks.reduce((sum, { stateBytes }) => sum + stateBytes, 0);
  const { batchSize } = program;
  const fitting = Math.floor((batchSize * (limit / overhead - fixed)) / (planned - fixed));
  const origin = peaks.toSorted((a, b) => b.bytes - a.bytes)[0]?.origin ?? '';
  const wayOut = 'if this machine has the memory, pass --allow-large';
  report.error(
    'GAN704',
    origin,
    `training needs at least ${bytesText(planned)}, and this machine has ${bytesText(limit)}; the largest part is at ${origin}`,
    {
      hint:
        fitting >= 1
          ? `a batchSize of up to ${countText(fitting)} fits, instead of ${countText(batchSize)}; ${wayOut}`
          : `make this part smaller; ${wayOut}`,
    },
  );
  return false;
}
