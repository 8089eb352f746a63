/** The tables of docs/benchmarks.md. */
import { table } from '../compare/page.js';
import type { Group, Row } from './groups.js';
import type { RowResult } from './results.js';
import type { SeedResult } from './trainRow.js';

/** Heading, protocol and table of every group. */
export function groupTables(groups: readonly Group[], results: readonly RowResult[]): string {
  return groups.map((group) => groupText(group, results)).join('\n\n');
}

function groupText(group: Group, results: readonly RowResult[]): string {
  const own = new Map(
    results.filter((result) => result.group === group.name).map((result) => [result.row, result]),
  );
  const rows = group.rows.map((row) => ({ row, result: own.get(row.name) }));
  const measured = rows.flatMap(({ row, result }) => (result ? [rowText(group, row, result)] : []));
  const missing = rows.filter(({ result }) => !result).map(({ row }) => row.name);
  const some = [...own.values()]
    .flatMap(({ seeds }) => seeds)
    .find(({ metrics }) => metrics.length > 0);
  /** A row with figures alone. */
  const figures = (name: string, values: readonly string[]): readonly string[] => [
    `*${name}*`,
    ...['', ''],
    ...values,
    ...['', '', ''],
  ];
  const real = figures(
    'real samples',
    group.metrics.map((name) => realText(some, name)),
  );
  const published = group.published.map(({ name, values }) => figures(name, values));
  const head = ['', 'seeds', 'steps', ...group.metrics, 'images/s', 'diverged', 'warnings'];
  return [
    `## ${group.title}`,
    group.about,
    table(head, [...measured, ...(some ? [real] : []), ...published]),
    ...(missing.length > 0 ? [`Not trained yet: ${missing.join(', ')}.`] : []),
    originText(group, [...own.values()]),
  ].join('\n\n');
}

function rowText({ metrics }: Group, { name }: Row, { seeds }: RowResult): readonly string[] {
  const diverged = seeds.filter(({ outcome }) => outcome === 'diverged').length;
  const rates = seeds.flatMap(({ imagesPerSecond: rate }) => (rate === undefined ? [] : [rate]));
  const warnings = new Set(seeds.flatMap((seed) => seed.warnings));
  return [
    name,
    `${seeds.length}`,
    `${seeds[0]?.steps ?? ''}`,
    ...metrics.map((metric) => spread(valuesOf(seeds, metric))),
    spread(rates),
    diverged === 0 ? '' : `${diverged}`,
    [...warnings].join(', '),
  ];
}

function valuesOf(seeds: readonly SeedResult[], name: string): readonly number[] {
  return seeds.flatMap(({ metrics }) =>
    metrics.filter((metric) => metric.name === name).map(({ value }) => value),
  );
}

/** Mean and standard deviation, as in `7.9 ± 0.1`; one value alone. */
export function spread(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return digits(mean);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return `${digits(mean)} ± ${digits(Math.sqrt(squares / (values.length - 1)))}`;
}

/** Three digits, and no more decimals than four. */
function digits(value: number): string {
  return `${Number(Number(value.toPrecision(3)).toFixed(4))}`;
}

function realText(some: SeedResult | undefined, name: string): string {
  const found = some?.metrics.find((metric) => metric.name === name);
  return found ? digits(found.real) : '–';
}

/** Samples of each metric, dates, processors and the command. */
function originText({ name, metrics }: Group, results: readonly RowResult[]): string {
  const figures = results.flatMap(({ seeds }) => seeds).flatMap((seed) => seed.metrics);
  const counts = metrics.flatMap((metric) => {
    const found = figures.find((figure) => figure.name === metric);
    return found ? [`${metric} ${found.count}`] : [];
  });
  const dates = [...new Set(results.map(({ date }) => date))].toSorted();
  const cpus = [...new Set(results.map(({ cpu }) => cpu))].toSorted();
  const facts = [dates.join(', '), cpus.join(', ')].filter((fact) => fact !== '');
  const samples = counts.length === 0 ? '' : `Samples on each side: ${counts.join(', ')}. `;
  return `${samples}${facts.map((fact) => `${fact}. `).join('')}\`npm run bench:presets -- ${name}\``;
}
