/** `ganspec resume`: goes on with a run from a checkpoint. */
import type { Command } from 'commander';
import { engineOf, engineOption, providerOption, type EngineChoices } from '../engineOptions.js';
import { followTraining } from '../followTraining.js';
import {
  openCompiler,
  runFolder,
  showDiagnostics,
  takesDataDir,
  takesPasses,
  takesPlugins,
  takesRun,
  takesSet,
  type SpecOptions,
} from '../specOptions.js';
import { wholeNumber } from '../wholeNumber.js';

interface ResumeCommandOptions extends Omit<SpecOptions, 'allowLarge'>, EngineChoices {
  readonly steps?: number;
  readonly from?: number;
  readonly allowChange: readonly string[];
  readonly json?: boolean;
}

/** Adds the command. */
export function addResume(program: Command): void {
  takesPasses(
    takesRun(takesSet(takesDataDir(takesPlugins(program.command('resume'))))),
    "the run's",
  )
    .description('go on with a run that was stopped or killed, or train a finished one longer')
    .option('--steps <n>', 'iterations in all, instead of training.steps', wholeNumber(1))
    .option(
      '--from <step>',
      'go on from the checkpoint of this step (default: the newest that is whole)',
      wholeNumber(0),
    )
    .addOption(engineOption("default: the run's"))
    .addOption(providerOption())
    .option(
      '--allow-change <path>',
      'let this key of the spec differ from the run (repeatable)',
      (path: string, before: readonly string[]) => [...before, path],
      [],
    )
    .option('--json', 'print one JSON event per line')
    .action(resume);
}

async function resume(name: string, options: ResumeCommandOptions): Promise<void> {
  const { compileRun } = await import('../../index.js');
  const { steps, from, allowChange: allowChanges, set, json } = options;
  const engine = engineOf(options);
  const folder = await runFolder(name);
  // A GAN that could be trained may be trained longer, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const gan = compileRun(folder, { compiler, set });
  await showDiagnostics(gan.warnings);
  const given = {
    allowChanges,
    ...(steps !== undefined && { steps }),
    ...(from !== undefined && { from }),
    ...(engine && { engine }),
  };
  await followTraining((signal) => gan.resume(folder, { ...given, signal }), { json });
}
