/** Results of benchmarks of presets, a file in bench/results/presets for each row. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRounded } from '../compare/results.js';
import type { SeedResult } from './trainRow.js';

export interface RowResult {
  readonly group: string;
  readonly row: string;
  /** As in 2026-11-29. */
  readonly date: string;
  readonly command: string;
  readonly cpu: string;
  readonly seeds: readonly SeedResult[];
}

const folder = fileURLToPath(new URL('../results/presets', import.meta.url));

const fileOf = (group: string, row: string): string =>
  join(folder, `${group}-${row.replace(/\W+/g, '-')}.json`);

/** Keeps a result; seeds that were trained before stay beside new ones. */
export function keepResult(result: RowResult): void {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(result.group, result.row);
  const before = existsSync(file) ? readRow(file).seeds : [];
  const known = before.filter(({ seed }) => !result.seeds.some((one) => one.seed === seed));
  const seeds = [...known, ...result.seeds].toSorted((a, b) => a.seed - b.seed);
  writeRounded(file, { ...result, seeds });
}

export function readRowResults(): readonly RowResult[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readRow(join(folder, name)));
}

function readRow(file: string): RowResult {
  // Only keepResult writes there.
  return JSON.parse(readFileSync(file, 'utf8')) as RowResult;
}
