/**
 * Time of one training iteration of a spec with its parts, and the rate of a matrix product in the same minute.
 * Usage: `tsx bench/step.ts [--spec S] [--batch N] [--steps N] [--threads N] [--json]`
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { createCompiler } from '../src/index.js';
import { prepareMatMul } from './compare/matMul.js';
import { runScript, wholeNumber } from './compare/options.js';
import { median, quantile } from './compare/quantile.js';

const warmUp = 5;

/** Milliseconds of each step and of its parts, and GFLOP/s of a matrix product before it. */
async function measure(spec: string, batch: number, steps: number, threads: number) {
  const compiler = createCompiler();
  const gan = compiler.compile(compiler.read(spec, { set: [`training.batchSize=${batch}`] }));
  const session = await gan.prepare({ engine: 'onnx', seed: 1, threads });
  const matMul = await prepareMatMul(threads);
  const times = { step: [], random: [], engine: [], host: [] } as Record<string, number[]>;
  const rates: number[] = [];
  for (let at = 0; at < warmUp + steps; at += 1) {
    const rate = await matMul.rate();
    const before = session.timings;
    const start = performance.now();
    await session.iterate();
    const step = performance.now() - start;
    if (at < warmUp) continue;
    const random = session.timings.random - before.random;
    const engine = session.timings.engine - before.engine;
    const parts = { step, random, engine, host: step - random - engine };
    for (const [part, time] of Object.entries(parts)) times[part]?.push(time);
    rates.push(rate);
  }
  await session.dispose();
  await matMul.dispose();
  return { times, rates };
}

await runScript(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { spec: text, batch: text, steps: text, threads: text, json: { type: 'boolean' } },
  });
  const cores = availableParallelism();
  const threads = wholeNumber('threads', values.threads ?? `${cores}`, cores);
  const batch = wholeNumber('batch', values.batch ?? '64', 65_536);
  const steps = wholeNumber('steps', values.steps ?? '30', 100_000);
  const { spec = 'dcgan-mnist', json = false } = values;
  const { times, rates } = await measure(spec, batch, steps, threads);
  const medians = Object.fromEntries(
    Object.entries(times).map(([part, list]) => [part, median(list)]),
  );
  const { step: msPerStep, ...parts } = medians;
  const matMulGflops = median(rates);
  if (json) {
    console.log(JSON.stringify({ spec, batch, threads, steps, msPerStep, parts, matMulGflops }));
    return;
  }
  console.log(`${spec}, batch ${batch}, ${threads} threads, over ${steps} steps`);
  for (const [part, list] of Object.entries(times)) {
    const [least, middle] = [quantile(list, 0), median(list)].map((ms) => ms.toFixed(2));
    console.log(`${part.padEnd(8)} min ${least} ms, median ${middle} ms`);
  }
  console.log(`a matrix product reaches ${matMulGflops.toFixed(0)} GFLOP/s at the median`);
});
