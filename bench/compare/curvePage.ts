/** The tables of curves in docs/performance.md. */
import { base, curves, workloadAt, type Curve } from './curves.js';
import { table } from './page.js';
import type { Result } from './results.js';

/** A table for each curve, in milliseconds per image, from the results of its points. */
export function curveTables(results: readonly Result[]): string {
  const names = [...new Set(results.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const byWorkload = new Map(results.map((result) => [result.workload, result]));
  return [
    `Milliseconds per image of a step of DCGAN at ${base.size}×${base.size}×3 with ${base.filters} filters next to the image, twice as many after each ` +
      `halving, ${base.depth} convolution at each size, batch ${base.batch}, where a table does not say otherwise; medians of so many steps.`,
    ...curves.map((curve) => curveTable(curve, names, byWorkload)),
    ...results.slice(0, 1).map(machineOf),
  ].join('\n\n');
}

function curveTable(
  curve: Curve,
  names: readonly string[],
  results: ReadonlyMap<string, Result>,
): string {
  const rows = curve.values.map((value) => {
    const workload = workloadAt(curve, value);
    const peers = results.get(workload.name)?.peers ?? [];
    const found = names.map((name) => peers.find((peer) => peer.name === name));
    const times = found.map((peer) =>
      peer === undefined ? '–' : (peer.medianMilliseconds / workload.batch).toPrecision(3),
    );
    return [`${value}`, ...times, found.map((peer) => peer?.steps ?? '–').join(', ')];
  });
  return `### ${curve.title}\n\n${table([curve.varies, ...names, 'steps'], rows)}`;
}

function machineOf({ date, cpu, cores, threads, peers, command }: Result): string {
  const versions = peers.map(({ version }) => version).join('; ');
  return `${date}, ${cpu}, ${cores} cores, ${threads} threads; ${versions}. \`${command}\``;
}
