/** `ganspec log`: the log of a run as a table, or for TensorBoard. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { runFolder, takesRun } from '../specOptions.js';
import { print } from '../stdout.js';

interface LogOptions {
  readonly out?: string;
  readonly tensorboard?: string;
}

/** Adds the command. */
export function addLog(program: Command): void {
  takesRun(program.command('log'))
    .description('print the log of a run and its evaluations as comma-separated values')
    .option('--out <file>', 'write them into a file')
    .option(
      '--tensorboard <dir>',
      'write a file of events for TensorBoard into this folder instead',
    )
    .action(log);
}

async function log(name: string, { out, tensorboard }: LogOptions): Promise<void> {
  const { eventFileOf, logTable, writeOutput } = await import('../../index.js');
  const folder = await runFolder(name);
  if (tensorboard !== undefined) {
    const { name: file, bytes } = eventFileOf(folder);
    const path = join(tensorboard, file);
    writeOutput(path, bytes);
    print(path);
  }
  if (out !== undefined) {
    writeOutput(out, logTable(folder));
    print(out);
  }
  if (out === undefined && tensorboard === undefined) print(logTable(folder).trimEnd());
}
