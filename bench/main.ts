/**
 * ganspec and its peers at the same workloads, taking turns of a few steps each; writes bench/results and docs/performance.md.
 * Usage: `npm run bench -- [workload…] [--rounds N] [--threads N]`; `npm run bench:setup` installs the peers.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { compare } from './compare/compare.js';
import { prepareMatMul } from './compare/matMul.js';
import { runScript, wholeNumber } from './compare/options.js';
import { comparisonTables, writePart } from './compare/page.js';
import { hasEnvironment, peers } from './compare/peers.js';
import { readResults, writeResult, type Result } from './compare/results.js';
import { workloadNamed, workloads } from './compare/workloads.js';

function print({ workload, peers, quietRounds, rounds }: Result): void {
  console.log(`${workload}: ${quietRounds} of ${rounds} rounds were quiet`);
  for (const { name, minMilliseconds, medianMilliseconds, ratio, peakBytes } of peers) {
    const [min, median] = [minMilliseconds, medianMilliseconds].map((ms) =>
      ms.toFixed(2).padStart(9),
    );
    const memory = (peakBytes / 1e6).toFixed(0).padStart(5);
    console.log(
      `  ${name.padEnd(16)} min ${min} ms  median ${median} ms  ratio ${ratio.toFixed(2)}  peak ${memory} MB`,
    );
  }
}

await runScript(async () => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { rounds: text, threads: text },
    allowPositionals: true,
  });
  const cores = availableParallelism();
  const threads = wholeNumber('threads', values.threads ?? `${cores}`, cores);
  const rounds = wholeNumber('rounds', values.rounds ?? '20', 1000);
  const chosen = positionals.length === 0 ? workloads : positionals.map(workloadNamed);
  if (!hasEnvironment()) {
    console.error(
      'no peer is installed, so there are no ratios: npm run bench:setup installs them',
    );
  }
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');
  const matMul = await prepareMatMul(threads);
  for (const workload of chosen) {
    const result = await compare(workload, { peers, threads, rounds, matMul, command });
    if (result === undefined) {
      process.exitCode = 1;
    } else {
      print(result);
      if (result.peers.length > 1) writeResult(result);
    }
  }
  await matMul.dispose();
  await writePart('performance', 'comparison', comparisonTables(readResults()));
});
