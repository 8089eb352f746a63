/** `ganspec report`: a run as one file of HTML. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { runFolder, takesRun } from '../specOptions.js';
import { print } from '../stdout.js';

/** Adds the command. */
export function addReport(program: Command): void {
  takesRun(program.command('report'))
    .description('write a page that shows a run as it is now, in one file')
    .option('--out <file>', 'default: report.html in the run folder')
    .action(async (name: string, { out }: { readonly out?: string }) => {
      const { runReport, writeOutput } = await import('../../index.js');
      const folder = await runFolder(name);
      const file = out ?? join(folder, 'report.html');
      writeOutput(file, runReport(folder));
      print(file);
    });
}
