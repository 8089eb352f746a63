/** The tables of docs/performance.md, and parts of pages that scripts write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ganspec, peers } from './peers.js';
import type { PeerResult, Result } from './results.js';
import type { Workload } from './workloads.js';

type Row = readonly string[];

export function comparisonTables(results: readonly (readonly [Workload, Result])[]): string {
  const details = results.map(([workload, result]) => detailsOf(workload, result));
  return [ratioTable(results), ...details].join('\n\n');
}

/** The time of a step, and the ratios to all peers. */
function ratioTable(results: readonly (readonly [Workload, Result])[]): string {
  // Engines of ganspec beside its default take part where their libraries are.
  const tookPart = new Set(results.flatMap(([, { peers: one }]) => one.map(({ name }) => name)));
  const names = peers.map(({ name }) => name).filter((name) => !isOwn(name) || tookPart.has(name));
  const rows = results.map(
    ([
      workload,
      {
        cpu,
        peers: [own, ...others],
      },
    ]) => [
      `${workload.title}, batch ${workload.batch}`,
      cpu.replace(/\(R\)| Processor/g, ''),
      milliseconds(own?.medianMilliseconds ?? NaN),
      ...names.map((name) => times(others.find((other) => other.name === name)?.ratio)),
      targetOf(workload, others),
    ],
  );
  return table(['workload', 'processor', 'ganspec, ms', ...names, 'target'], rows);
}

function detailsOf({ title, batch }: Workload, result: Result): string {
  const { date, cpu, cores, threads, rounds, quietRounds, bestMatMulRate, command } = result;
  const rows = result.peers.map((peer) => [
    peer.name,
    peer.version,
    milliseconds(peer.minMilliseconds),
    milliseconds(peer.medianMilliseconds),
    times(peer.ratio),
    (peer.peakBytes / 1e6).toFixed(0),
    peer.firstStepSeconds.toFixed(1),
    `${peer.steps}`,
  ]);
  const names = ['', 'version', 'min, ms', 'median, ms', 'ratio'];
  return [
    `### ${title}, batch ${batch}`,
    table([...names, 'peak memory, MB', 'first step, s', 'steps'], rows),
    ...result.failed.map(({ name, reason }) => `${name} is missing: \`${reason}\``),
    `${date}, ${cpu}, ${cores} cores, ${threads} threads; ${quietRounds} of ${rounds} rounds were quiet, and a matrix product reached ${bestMatMulRate.toFixed(0)} GFLOP/s. \`${command}\``,
  ].join('\n\n');
}

/** True for ganspec on another engine than its default. */
function isOwn(name: string): boolean {
  return name.startsWith(ganspec.name);
}

/** The target, and the verdict. */
function targetOf({ target }: Workload, others: readonly PeerResult[]): string {
  return Object.entries(target)
    .map(([name, least]) => {
      const meant = others.filter((other) => !isOwn(other.name) && other.name.startsWith(name));
      const reached = meant.length > 0 && meant.every(({ ratio }) => ratio >= least);
      return `${least}× ${name === '' ? 'every peer' : name}: ${reached ? 'reached' : 'missed'}`;
    })
    .join('; ');
}

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const times = (ratio: number | undefined): string =>
  ratio === undefined ? '–' : `${ratio.toFixed(2)}×`;

export function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Replaces the part of a page in docs/ between two remarks, `<!-- NAME -->` and `<!-- end of NAME -->`. */
export async function writePart(
  pageName: 'performance' | 'benchmarks',
  name: string,
  text: string,
): Promise<void> {
  const page = fileURLToPath(new URL(`../../docs/${pageName}.md`, import.meta.url));
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(begin);
  const [, after = ''] = rest.split(end);
  const whole = [before, begin, '\n\n', text, '\n\n', end, after].join('');
  const options = await resolveConfig(page);
  writeFileSync(page, await format(whole, { ...options, parser: 'markdown' }));
}
