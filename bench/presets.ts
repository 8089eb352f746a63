/**
 * Trains presets in full and measures them; writes bench/results/presets and docs/benchmarks.md.
 * Usage: `npm run bench:presets -- [group | group/row …] [--seeds N]`; rows that have been trained with a seed are trained again.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { runScript, UsageError, wholeNumber } from './compare/options.js';
import { writePart } from './compare/page.js';
import { groups, type Group, type Row } from './presets/groups.js';
import { keepResult, readRowResults } from './presets/results.js';
import { groupTables } from './presets/tables.js';
import { trainCtgan } from './presets/trainCtgan.js';
import { trainRow } from './presets/trainRow.js';

interface Chosen {
  readonly group: Group;
  readonly row: Row;
}

const all: readonly Chosen[] = groups.flatMap((group) => group.rows.map((row) => ({ group, row })));

/** All rows of a group, or one by group and name. */
function rowsNamed(name: string): readonly Chosen[] {
  const found = all.filter(
    ({ group, row }) => group.name === name || `${group.name}/${row.name}` === name,
  );
  if (found.length > 0) return found;
  const names = groups.map((group) => group.name).join(', ');
  throw new UsageError(`there is no group or row "${name}"; groups: ${names}`);
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { seeds: { type: 'string' } },
    allowPositionals: true,
  });
  const chosen = positionals.length === 0 ? all : positionals.flatMap(rowsNamed);
  const seeds = values.seeds === undefined ? undefined : wholeNumber('seeds', values.seeds, 1000);
  const command = ['npm run bench:presets --', ...process.argv.slice(2)].join(' ');
  const cpu = cpus()[0]?.model ?? 'unknown';
  for (const { group, row } of chosen) {
    for (let seed = 0; seed < (seeds ?? group.seeds); seed += 1) {
      const { ctgan } = row;
      const result = await (ctgan
        ? trainCtgan(group, row, { ...ctgan, seed })
        : trainRow(group, row, seed));
      const date = new Date().toISOString().slice(0, 10);
      keepResult({ group: group.name, row: row.name, date, command, cpu, seeds: [result] });
      const figures = result.metrics.map(({ name, value }) => `${name} ${value.toPrecision(4)}`);
      const text = [result.outcome, ...figures, ...result.warnings].join(', ');
      console.log(`${group.name}/${row.name}, seed ${seed}: ${text}`);
    }
    await writePart('benchmarks', 'results', groupTables(groups, readRowResults()));
  }
});
