/**
 * Profiles of training iterations by node kind, beside the limits of the machine.
 * Usage: `tsx bench/profile.ts [workload…] [--threads N] [--write]`; with `--write` they go into docs/performance.md.
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
import { specOf, workloadNamed, type Workload } from './compare/workloads.js';
import { profileGraph, type NodeTime } from './profile/profileGraph.js';
import { copyRate } from './profile/copyRate.js';
import { profileText, type Limits } from './profile/profileText.js';

const runs = 40;

async function bestMatMulRate(threads: number): Promise<number> {
  const matMul = await prepareMatMul(threads);
  let best = 0;
  for (let run = 0; run < runs; run += 1) best = Math.max(best, await matMul.rate());
  await matMul.dispose();
  return best;
}

async function profileOf(workload: Workload, threads: number, limits: Limits): Promise<string> {
  const { program } = createCompiler().compile(specOf(workload));
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
  const title = `${workload.title}, batch ${workload.batch}, ${threads} threads`;
  return profileText(title, nodes, limits, { flops, bytesMoved });
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { threads: { type: 'string' }, write: { type: 'boolean' } },
    allowPositionals: true,
  });
  const cores = availableParallelism();
  const threads = wholeNumber('threads', values.threads ?? `${cores}`, cores);
  const names = positionals.length === 0 ? ['dcgan-mnist-64'] : positionals;
  const limits = { matMulRate: await bestMatMulRate(threads), copyRate: copyRate() };
  const profiles: string[] = [];
  for (const workload of names.map(workloadNamed)) {
    const profile = await profileOf(workload, threads, limits);
    console.log(profile);
    profiles.push(profile);
  }
  if (values.write) await writePart('performance', 'profile', profiles.join('\n\n'));
});
