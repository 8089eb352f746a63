/** `ganspec import`: a state that was trained elsewhere as a run. */
import { rmdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { newRunFolder } from '../newRunFolder.js';
import { openCompiler, takesDataDir, takesPlugins, type SpecOptions } from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printJson } from '../stdout.js';

interface ImportCommandOptions extends Pick<SpecOptions, 'plugin' | 'dataDir'> {
  readonly spec?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addImport(program: Command): void {
  takesDataDir(takesPlugins(program.command('import')))
    .description('make a run of what a project of `ganspec export --to pytorch` has trained')
    .argument('<path>', 'the folder of the project, that of --out of train.py, or a checkpoint')
    .option('--spec <spec>', 'the spec of the run (default: that of the checkpoint)')
    .option('--out <dir>', 'the run\'s own folder (default: "runs/imported/<run id>")')
    .option('--json', 'print one JSON document')
    .action(importState);
}

async function importState(path: string, options: ImportCommandOptions): Promise<void> {
  const { importRun } = await import('../../index.js');
  // A GAN that could be trained may be imported, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true });
  const spec = options.spec === undefined ? {} : { spec: compiler.read(options.spec) };
  const { out = newRunFolder('imported'), json } = options;
  try {
    const run = await importRun(path, { out, compiler, ...spec });
    printToStderr(`note: ${run.file}, after iteration ${run.iteration}${hintFor(run.file)}`);
    if (json) printJson(run);
    else print(run.folder);
  } catch (error) {
    if (options.out === undefined) rmdirSync(out);
    throw error;
  }
}

/** Says where what is trained may be, where the file is the one that was exported. */
function hintFor(file: string): string {
  return basename(file) === 'state.safetensors'
    ? ', as it was exported: name the folder of --out where train.py was given one'
    : '';
}
