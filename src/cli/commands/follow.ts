/** `ganspec follow`: the progress of a run in another process, or of one that is over. */
import type { Command } from 'commander';
import type { RunState } from '../../index.js';
import { openProgress } from '../followTraining.js';
import { runFolder, takesRun } from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { isOutputLost } from '../stdout.js';

/** Adds the command. */
export function addFollow(program: Command): void {
  takesRun(program.command('follow'))
    .description('show the events of a run, those to come included, until it ends')
    .option('--json', 'print one JSON event per line')
    .action(follow);
}

async function follow(name: string, { json = false }: { readonly json?: boolean }): Promise<void> {
  const { followRun, readRunState } = await import('../../index.js');
  const folder = await runFolder(name);
  const { show, clear } = openProgress(json);
  try {
    for await (const event of followRun(folder)) {
      show(event);
      if (event.type === 'end' || isOutputLost()) return;
    }
  } finally {
    clear();
  }
  printToStderr(endText(readRunState(folder).state, folder));
}

/** The end of a run that has no `end` event. */
function endText(state: RunState, folder: string): string {
  if (state === 'failed' || state === 'diverged') return `the run has ${state}`;
  return `the run ${state === 'killed' ? 'was killed' : 'is over'}\nto go on: ganspec resume ${folder}`;
}
