/**
 * Cost of the checkpoints of a run, as a share of its time: `npm run build && npx tsx bench/checkpoint.ts [rounds]`.
 *
 * Runs without checkpoints and runs with many of them take turns; the difference of their times, divided by the number of
 * checkpoints, is the cost of one. With the default of `monitor.checkpoint` one is due every 500 iterations, or every minute,
 * whatever comes first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompiler } from '../src/index.js';

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'ganspec-checkpoints-'));
const runs: readonly { preset: string; steps: number; every: number }[] = [
  { preset: 'ring', steps: 1000, every: 10 },
  { preset: 'dcgan-mnist', steps: 40, every: 2 },
];

/** @returns Milliseconds of a run of the preset, without its start. */
async function time(preset: string, steps: number, every: number): Promise<number> {
  const gan = createCompiler().compile({
    extends: preset,
    training: { steps },
    monitor: { sampleEvery: 0, checkpoint: { every, minutes: 0 } },
  });
  const out = join(folder, 'run');
  let start = 0;
  for await (const { type } of gan.train({ out })) if (type === 'start') start = performance.now();
  const taken = performance.now() - start;
  rmSync(out, { recursive: true });
  return taken;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

for (const { preset, steps, every } of runs) {
  const [without, costs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const plain = await time(preset, steps, 0);
    without.push(plain);
    costs.push(((await time(preset, steps, every)) - plain) / (steps / every - 1));
  }
  const [step, cost] = [median(without) / steps, median(costs)];
  const between = Math.min(500 * step, 60_000);
  console.log(
    `${preset}: an iteration takes ${step.toFixed(2)} ms, a checkpoint ${cost.toFixed(2)} ms (medians of ${rounds} rounds); ` +
      `by default one checkpoint in ${(between / 1000).toFixed(1)} s of training, ${((100 * cost) / between).toFixed(2)} % of it`,
  );
}
rmSync(folder, { recursive: true });
