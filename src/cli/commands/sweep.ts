/** `ganspec sweep`: search over values of a spec. */
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { exitCodes } from '../../diagnostics/errors.js';
import { visible } from '../../diagnostics/visible.js';
import type { SweepPlan, Trial } from '../../index.js';
import { engineOf, engineOption, providerOption, type EngineChoices } from '../engineOptions.js';
import { setExitCode } from '../exitCode.js';
import { metricsOption } from '../metricsOption.js';
import { openCompiler, takesPasses, takesSpec, type SpecOptions } from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printColumns, printJson } from '../stdout.js';
import { stopOnSignals } from '../stopOnSignals.js';
import { wholeNumber } from '../wholeNumber.js';

interface SweepCommandOptions extends SpecOptions, EngineChoices {
  readonly space: string;
  readonly trials: number;
  readonly metrics?: string;
  readonly count?: number;
  readonly seed: number;
  readonly sampler: SweepPlan['sampler'];
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addSweep(program: Command): void {
  takesPasses(takesSpec(program.command('sweep')))
    .description(
      'search for better values: trains and measures trials with values drawn at random, or by Optuna',
    )
    .requiredOption(
      '--space <file>',
      'JSON file with the values to draw from, by place of the spec',
    )
    .requiredOption('--trials <n>', 'trials in all', wholeNumber(1))
    .addOption(metricsOption())
    .option('--count <n>', "samples on each side (default: each metric's own)", wholeNumber(2))
    .option('--seed <n>', 'seed of the values that are drawn', wholeNumber(0), 1)
    .addOption(
      new Option('--sampler <name>', 'chooser of the values; optuna is a library of Python')
        .choices(['random', 'optuna'])
        .default('random'),
    )
    .addOption(engineOption('default: "auto"'))
    .addOption(providerOption())
    .option(
      '--out <dir>',
      'folder of the sweep, continued if it is there (default: "sweeps/<name>")',
    )
    .option('--json', 'print one JSON document per trial, one a line')
    .action(sweep);
}

async function sweep(spec: string, options: SweepCommandOptions): Promise<void> {
  const { space, trials, metrics = null, count = null, seed, sampler, set } = options;
  const { json = false } = options;
  const engine = engineOf(options);
  const ganspec = await import('../../index.js');
  const compiler = await openCompiler(options);
  const name = compiler.compile(compiler.read(spec, { set: options.set })).spec.name;
  const { out = join('sweeps', name) } = options;
  const stop = stopOnSignals();
  const plan = { spec, set, space: ganspec.readSpace(space), seed, sampler, metrics, count };
  const ended: Trial[] = [];
  const search = ganspec.sweep(compiler, {
    ...plan,
    out,
    trials,
    signal: stop.signal,
    ...(engine && { engine }),
  });
  for await (const trial of search) {
    ended.push(trial);
    if (json) printJson(trial, 'line');
    else printToStderr(lineOf(trial, trials));
  }
  if (stop.signal.aborted) {
    setExitCode(stop.exitCode ?? exitCodes.interrupted);
    printToStderr(`stopped after ${ended.length} of ${trials} trials; the same command goes on`);
  }
  if (!json) printRanking(ganspec.ranked(ended), out);
}

/** One trial in a line, as in `trial 3 of 20: pruned: the generator collapses …`. */
function lineOf({ trial, outcome, reason, metrics }: Trial, trials: number): string {
  const [first] = metrics ?? [];
  const measured = first ? `, ${first.name} ${first.value.toPrecision(4)} (N ${first.count})` : '';
  const why = reason === undefined ? '' : `: ${reason.split('\n')[0] ?? ''}`;
  return visible(`trial ${trial} of ${trials}: ${outcome}${measured}${why}`);
}

/** The measured trials, the best first, with their values. */
function printRanking(trials: readonly Trial[], out: string): void {
  const [best] = trials;
  if (best === undefined) {
    print('no trial reached its end');
    return;
  }
  const [places, names] = [
    Object.keys(best.settings),
    (best.metrics ?? []).map(({ name }) => name),
  ];
  printColumns([
    ['trial', ...names, ...places],
    ...trials.map(({ trial, metrics = [], settings }) =>
      [
        String(trial),
        ...metrics.map(({ value }) => value.toPrecision(4)),
        ...places.map((place) => JSON.stringify(settings[place])),
      ].map(visible),
    ),
  ]);
  print('');
  print(`the best is ${join(out, best.run ?? '')}`);
}
