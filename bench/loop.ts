/**
 * Cost of everything around the steps of a run: `npm run build && npx tsx bench/loop.ts [spec] [--batch N] [--steps N] [--rounds N]`.
 *
 * A whole run, with its thread, log, health checks, sample grid, checkpoint and final state, and bare steps in this thread take
 * turns; the ratio of their times per step is taken in each round. The first steps, up to the first line of the log, are left
 * out of both. Then batches are gathered from the data set alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompiler, type Gan } from '../src/index.js';
import { createBatches } from '../src/train/feeds/batches.js';
import { runScript, wholeNumber } from './compare/options.js';
import { median } from './compare/quantile.js';

/** Milliseconds per step of a whole run. */
async function timeOfRun(gan: Gan): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), 'ganspec-loop-'));
  let [from, start] = [0, 0];
  for await (const event of gan.train({ out: join(out, 'run'), engine: 'onnx' })) {
    if (event.type === 'step' && start === 0) [from, start] = [event.step, performance.now()];
  }
  const taken = performance.now() - start;
  rmSync(out, { recursive: true });
  return taken / (gan.spec.training.steps - from);
}

/** Milliseconds per step of an iteration of a session in this thread. */
async function timeOfSteps(gan: Gan, warmUp: number): Promise<number> {
  const session = await gan.prepare({ engine: 'onnx' });
  for (let step = 0; step < warmUp; step += 1) await session.iterate();
  const start = performance.now();
  const { steps } = gan.spec.training;
  for (let step = warmUp; step < steps; step += 1) await session.iterate();
  const taken = performance.now() - start;
  await session.dispose();
  return taken / (steps - warmUp);
}

/** Milliseconds per batch of the data set, over 500 batches. */
async function timeOfBatch(gan: Gan): Promise<number> {
  const batches = createBatches(await gan.openDataset(), gan.spec.training.batchSize, 1);
  const read = (index: number): unknown =>
    batches({ stream: 'discriminator', index, field: 'samples' });
  read(0);
  const start = performance.now();
  for (let index = 1; index <= 500; index += 1) read(index);
  return (performance.now() - start) / 500;
}

await runScript(async () => {
  const text = { type: 'string' } as const;
  const options = { batch: text, steps: text, rounds: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [spec = 'dcgan-mnist'] = positionals;
  const batch = wholeNumber('batch', values.batch ?? '32', 65_536);
  const steps = wholeNumber('steps', values.steps ?? '300', 100_000);
  const rounds = wholeNumber('rounds', values.rounds ?? '5', 1000);
  const compiler = createCompiler();
  const set = [`training.batchSize=${batch}`, `training.steps=${steps}`];
  const gan = compiler.compile(compiler.read(spec, { set }));
  const [runs, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await timeOfRun(gan));
    bare.push(await timeOfSteps(gan, 50));
  }
  const ratio = median(runs.map((run, at) => run / (bare[at] ?? NaN)));
  const [run, step] = [median(runs), median(bare)];
  const gathering = await timeOfBatch(gan);
  console.log(`${spec}, batch ${batch}, ${steps} steps, medians of ${rounds} rounds`);
  console.log(`a step of a whole run takes ${run.toFixed(2)} ms, a bare one ${step.toFixed(2)} ms`);
  console.log(
    `the run takes ${ratio.toFixed(3)} times as long as its steps (median of the ratios)`,
  );
  console.log(
    `a batch is gathered in ${gathering.toFixed(3)} ms, ${(step / gathering).toFixed(0)} times as fast as a step needs it`,
  );
});
