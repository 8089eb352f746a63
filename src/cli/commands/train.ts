/** `ganspec train`: trains a spec and keeps what comes out in a run folder. */
import { rmdirSync } from 'node:fs';
import type { Command } from 'commander';
import { engineOf, engineOption, providerOption, type EngineChoices } from '../engineOptions.js';
import { followTraining } from '../followTraining.js';
import { newRunFolder } from '../newRunFolder.js';
import {
  openSpec,
  runFolder,
  showDiagnostics,
  takesPasses,
  takesSpec,
  type SpecOptions,
} from '../specOptions.js';
import { wholeNumber } from '../wholeNumber.js';

interface TrainCommandOptions extends SpecOptions, EngineChoices {
  readonly steps?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly initFrom?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addTrain(program: Command): void {
  takesPasses(takesSpec(program.command('train')))
    .description('train a spec; Ctrl-C stops after the update under way and keeps what there is')
    .option('--steps <n>', 'iterations, instead of training.steps', wholeNumber(1))
    .option('--seed <n>', 'seed of all random numbers, instead of training.seed', wholeNumber(0))
    .addOption(engineOption('default: "auto"'))
    .addOption(providerOption())
    .option('--out <dir>', 'the run\'s own folder (default: "runs/<name>/<run id>")')
    .option('--init-from <run>', 'start with the weights of a run or of a checkpoint')
    .option('--json', 'print one JSON event per line')
    .action(train);
}

async function train(argument: string, options: TrainCommandOptions): Promise<void> {
  const { compiler, source } = await openSpec(argument, options, [
    ...(options.steps === undefined ? [] : [`training.steps=${options.steps}`]),
    ...(options.seed === undefined ? [] : [`training.seed=${options.seed}`]),
  ]);
  const gan = compiler.compile(source);
  await showDiagnostics(gan.warnings);
  const { initFrom, json } = options;
  const engine = engineOf(options);
  const from = initFrom === undefined ? {} : { initFrom: await runFolder(initFrom) };
  const { out = newRunFolder(gan.spec.name) } = options;
  const given = { out, ...(engine && { engine }), ...from };
  try {
    await followTraining((signal) => gan.train({ ...given, signal }), { json });
  } finally {
    if (options.out === undefined) removeIfEmpty(out);
  }
}

/** Removes the folder of a run that did not start. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds a run.
  }
}
