/**
 * Profile of one training iteration by node kind, beside the limits of the machine.
 * Usage: `tsx bench/profile.ts [--spec S] [--batch N] [--threads N] [--write]`; with `--write` it goes into docs/performance.md.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { createCompiler } from '../src/index.js';
import { InternalError } from '../src/diagnostics/errors.js';
import { sessionMemory } from '../src/engines/onnx/sessionMemory.js';
import { graphCost } from '../src/ir/graphCost.js';
import { prepareMatMul } from './compare/matMul.js';
import { runScript, wholeNumber } from './compare/options.js';
import { writePart } from './compare/page.js';
import { profileGraph, type NodeTime } from './profile/profileGraph.js';
import { copyRate } from './profile/copyRate.js';
import { profileText } from './profile/profileText.js';

const runs = 40;

async function bestMatMulRate(threads: number): Promise<number> {
  const matMul = await prepareMatMul(threads);
  let best = 0;
  for (let run = 0; run < runs; run += 1) best = Math.max(best, await matMul.rate());
  await matMul.dispose();
  return best;
}

await runScript(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { spec: text, batch: text, threads: text, write: { type: 'boolean' } },
  });
  const cores = availableParallelism();
  const threads = wholeNumber('threads', values.threads ?? `${cores}`, cores);
  const batch = wholeNumber('batch', values.batch ?? '64', 65_536);
  const { spec = 'dcgan-mnist', write = false } = values;
  const compiler = createCompiler();
  const { program } = compiler.compile(
    compiler.read(spec, { set: [`training.batchSize=${batch}`] }),
  );
  const memory = sessionMemory(program.graphs);
  const nodes: NodeTime[] = [];
  let [flops, bytesMoved] = [0, 0];
  for (const { step, times } of program.iteration) {
    const graph = memory.graphs.get(step);
    if (graph === undefined) throw new InternalError(`there is no graph "${step}"`);
    const once = await profileGraph(graph, memory, { threads, runs });
    const cost = graphCost(graph.whole);
    for (let time = 0; time < times; time += 1) nodes.push(...once);
    flops += times * cost.flops;
    bytesMoved += times * cost.bytesMoved;
  }
  const limits = { matMulRate: await bestMatMulRate(threads), copyRate: copyRate() };
  const profile = profileText(`${spec}, batch ${batch}, ${threads} threads`, nodes, limits, {
    flops,
    bytesMoved,
  });
  console.log(profile);
  if (write) await writePart('performance', 'profile', profile);
});
