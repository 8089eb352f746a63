/**
 * ganspec, TensorFlow and PyTorch at DCGANs that differ in batch, filters, size or depth, taking turns; writes
 * bench/results/curves.json and docs/performance.md.
 * Usage: `npm run bench:curves -- [--rounds N] [--threads N]`; `npm run bench:setup` installs the peers.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { compare } from './compare/compare.js';
import { curveTables } from './compare/curvePage.js';
import { curvePoints } from './compare/curves.js';
import { prepareMatMul } from './compare/matMul.js';
import { runScript, wholeNumber } from './compare/options.js';
import { writePart } from './compare/page.js';
import { peers as allPeers } from './compare/peers.js';
import { writeCurves, type Result } from './compare/results.js';

await runScript(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { rounds: text, threads: text } });
  const cores = availableParallelism();
  const threads = wholeNumber('threads', values.threads ?? `${cores}`, cores);
  const rounds = wholeNumber('rounds', values.rounds ?? '5', 1000);
  const peers = allPeers.filter(({ name }) => name === 'TensorFlow' || name === 'PyTorch');
  const command = ['npm run bench:curves --', ...process.argv.slice(2)].join(' ');
  const matMul = await prepareMatMul(threads);
  const results: Result[] = [];
  for (const point of curvePoints()) {
    const result = await compare(point, { peers, threads, rounds, matMul, command });
    if (result === undefined) {
      process.exitCode = 1;
    } else {
      console.log(`${point.name}: ${perImage(result, point.batch)}`);
      results.push(result);
    }
  }
  await matMul.dispose();
  writeCurves(results);
  await writePart('performance', 'curves', curveTables(results));
});

function perImage({ peers }: Result, batch: number): string {
  return peers
    .map(
      ({ name, medianMilliseconds }) => `${name} ${(medianMilliseconds / batch).toPrecision(3)} ms`,
    )
    .join(', ');
}
