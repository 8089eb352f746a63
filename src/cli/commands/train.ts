/** `ganspec train`: trains a spec and keeps what comes out in a run folder. */
import { Option, type Command } from 'commander';
import { engineList, type EngineRequest } from '../../engines/list.js';
import type { TrainEvent } from '../../index.js';
import { newRunFolder } from '../newRunFolder.js';
import { createProgress } from '../progress.js';
import { openSpec, showDiagnostics, takesSpec, type SpecOptions } from '../specOptions.js';
import { isReaderGone, print, printJson } from '../stdout.js';
import { stopOnSignals } from '../stopOnSignals.js';
import { wholeNumber } from '../wholeNumber.js';

interface TrainCommandOptions extends SpecOptions {
  readonly steps?: number;
  readonly seed?: number;
  readonly engine?: EngineRequest;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addTrain(program: Command): void {
  takesSpec(program.command('train'))
    .description('train a spec; Ctrl-C stops after the step under way and keeps what there is')
    .option('--steps <n>', 'iterations, instead of training.steps', wholeNumber(1))
    .option('--seed <n>', 'seed of all random numbers, instead of training.seed', wholeNumber(0))
    .addOption(engineOption())
    .option('--out <dir>', 'the run\'s own folder (default: "runs/<name>/<run id>")')
    .option('--json', 'print one JSON event per line')
    .action(train);
}

function engineOption(): Option {
  const names = ['auto', ...engineList.map(({ name }) => name)];
  return new Option('--engine <engine>', 'what runs the graphs (default: "auto")').choices(names);
}

async function train(argument: string, options: TrainCommandOptions): Promise<void> {
  const { exitCodes } = await import('../../index.js');
  const { compiler, source } = await openSpec(argument, options, [
    ...(options.steps === undefined ? [] : [`training.steps=${options.steps}`]),
    ...(options.seed === undefined ? [] : [`training.seed=${options.seed}`]),
  ]);
  const gan = compiler.compile(source);
  await showDiagnostics(gan.warnings);
  const stop = stopOnSignals();
  const show: (event: TrainEvent) => void = options.json
    ? (event) => {
        printJson(event, 'line');
      }
    : createProgress(process.stderr);
  const out = options.out ?? newRunFolder(gan.spec.name);
  const { engine } = options;
  const events = gan.train({ out, signal: stop.signal, ...(engine && { engine }) });
  for await (const event of events) {
    show(event);
    if (isReaderGone()) stop.now();
    if (event.type !== 'end') continue;
    if (!options.json && event.run !== null) print(event.run);
    if (event.status === 'interrupted') process.exitCode = exitCodes.interrupted;
  }
}
