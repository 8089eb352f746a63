/** `ganspec compile`: a spec as files that other programs use. */
import type { Command } from 'commander';
import {
  openSpec,
  runFolder,
  showDiagnostics,
  takesPasses,
  takesSpec,
  type SpecOptions,
} from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printJson } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface CompileOptions extends SpecOptions {
  readonly out: string;
  readonly run?: string;
  readonly seed?: number;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds the command. */
export function addCompile(program: Command): void {
  takesPasses(takesSpec(program.command('compile')))
    .description('write TensorFlow.js and ONNX models, weights and a typed module into a folder')
    .requiredOption('--out <dir>', 'the folder; replaced as a whole if it was compiled before')
    .option(
      '--run <run>',
      "take this run's weights (default: those of a run given as spec, else first ones)",
    )
    .option('--seed <n>', 'seed of the first weights, instead of training.seed', wholeNumber(0))
    .option('--force', 'overwrite files that were not compiled into the folder')
    .option('--json', 'print one JSON document')
    .action(compile);
}

async function compile(argument: string, options: CompileOptions): Promise<void> {
  const { compileRun, openRun } = await import('../../index.js');
  const { out, set, seed, force = false } = options;
  const { compiler, source, run: own } = await openSpec(argument, options);
  const gan = own === undefined ? compiler.compile(source) : compileRun(own, { compiler, set });
  await showDiagnostics(gan.warnings);
  const folder = options.run === undefined ? own : await runFolder(options.run);
  const run = folder === undefined ? undefined : await openRun(folder, { compiler });
  try {
    const artefacts = await gan.compileTo(out, {
      force,
      ...(seed !== undefined && { seed }),
      ...(run && { state: await run.session.readState() }),
    });
    for (const note of artefacts.notes) printToStderr(`note: ${note}`);
    if (options.json) printJson(artefacts);
    else print(artefacts.folder);
  } finally {
    await run?.dispose();
  }
}
