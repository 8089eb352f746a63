/** `ganspec compare`: runs side by side. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { visible } from '../../diagnostics/visible.js';
import type { ComparedRun } from '../../index.js';
import { runFolder } from '../specOptions.js';
import { print, printColumns, printJson } from '../stdout.js';

interface CompareOptions {
  readonly html?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .argument('<run...>', 'run folders, or names for their latest runs')
    .description('compare runs by what they have measured while training')
    .option('--html <file>', 'write a page with curves and samples as well')
    .option('--json', 'print one JSON document')
    .action(compare);
}

async function compare(names: readonly string[], { html, json }: CompareOptions): Promise<void> {
  const { comparisonPage, readComparedRun } = await import('../../index.js');
  const runs: ComparedRun[] = [];
  for (const name of names) runs.push(readComparedRun(await runFolder(name)));
  if (json) printJson(runs);
  else printTable(runs);
  if (html === undefined) return;
  writeFileSync(html, comparisonPage(runs));
  if (!json) print(html);
}

/** The last values of each run; the step of the best checkpoint, where one is chosen. */
function printTable(runs: readonly ComparedRun[]): void {
  const lasts = runs.map(({ evaluations }) => evaluations.at(-1));
  const names = [...new Set(lasts.flatMap((last) => Object.keys(last?.metrics ?? {})))];
  const rows = runs.map(({ folder, state, seed, best, log }, i) => {
    const last = lasts[i];
    const values = names.map((name) => last?.metrics[name]?.toPrecision(4) ?? '');
    const step = last?.step ?? log.at(-1)?.step ?? 0;
    return [folder, state, String(seed), String(step), ...values, best?.toString() ?? ''];
  });
  printColumns([
    ['run', 'state', 'seed', 'step', ...names, 'best step'],
    ...rows.map((row) => row.map(visible)),
  ]);
}
