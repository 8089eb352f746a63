/** `ganspec runs`: the runs in a folder, and how far they have come. */
import type { Command } from 'commander';
import { visible } from '../../diagnostics/visible.js';
import type { FoundRun, ListedRun } from '../../index.js';
import { durationText } from '../pace.js';
import { printToStderr } from '../stderr.js';
import { printColumns, printJson } from '../stdout.js';

/** Adds the command. */
export function addRuns(program: Command): void {
  program
    .command('runs')
    .description('list the runs in a folder, the newest last')
    .argument('[folder]', 'searched together with the folders in it', 'runs')
    .option('--json', 'print one JSON document')
    .action(async (folder: string, { json }: { readonly json?: boolean }) => {
      const { listRuns } = await import('../../index.js');
      const runs = listRuns(folder);
      if (json) printJson(runs.map(asJson));
      else printTable(runs, folder);
    });
}

function printTable(runs: readonly ListedRun[], folder: string): void {
  const found = runs.filter((run) => run.state !== 'damaged');
  for (const run of runs) {
    if (run.state === 'damaged') printToStderr(`warning ${run.error.code}: ${run.error.message}`);
  }
  if (runs.length === 0) printToStderr(`no runs in ${folder}`);
  if (found.length > 0)
    printColumns([['run', 'name', 'state', 'step', 'started', 'took'], ...found.map(rowOf)]);
}

function rowOf({ path, state, step, seconds, record }: FoundRun): readonly string[] {
  const { name, steps, started } = record;
  const row = [path, name, state, `${step}/${steps}`, started, durationText(seconds)];
  return row.map(visible);
}

/** A run as it is printed; the message of an error is no part of its JSON. */
function asJson(run: ListedRun): object {
  if (run.state !== 'damaged') return run;
  const { path, state, error } = run;
  const { code, message, hint } = error;
  return { path, state, error: { code, message, hint } };
}
