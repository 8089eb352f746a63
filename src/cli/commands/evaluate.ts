/** `ganspec evaluate`: how good the samples of a run are. */
import type { Command } from 'commander';
import type { GanEvaluation, MetricResult } from '../../index.js';
import {
  openCompiler,
  runFolder,
  takesDataDir,
  takesPlugins,
  takesRun,
  type SpecOptions,
} from '../specOptions.js';
import { metricsOption } from '../metricsOption.js';
import { numberList } from '../numberList.js';
import { refuse } from '../refuse.js';
import { print, printColumns, printJson } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface EvaluateRunOptions extends Pick<SpecOptions, 'plugin' | 'dataDir'> {
  readonly metrics?: string;
  readonly count?: number;
  readonly seed?: number;
  readonly from?: number;
  readonly backbone?: string;
  readonly layer?: string;
  readonly range?: readonly number[];
  readonly size?: number;
  readonly json?: boolean;
}

/** Adds the command. */
export function addEvaluate(program: Command): void {
  takesDataDir(takesPlugins(takesRun(program.command('evaluate'))))
    .description('measure generated samples beside real ones')
    .addOption(metricsOption())
    .option('--count <n>', "samples on each side (default: each metric's own)", wholeNumber(2))
    .option('--seed <n>', "seed of latents and real samples (default: the run's)", wholeNumber(0))
    .option(
      '--from <step>',
      'checkpoint after this many iterations (default: the last state)',
      wholeNumber(0),
    )
    .option(
      '--backbone <file>',
      'ONNX model of images whose numbers are compared (default: the classifier of the data, where there is one)',
    )
    .option('--layer <name>', 'tensor of the backbone (default: its first output)')
    .option(
      '--range <low,high>',
      'values of black and white for the backbone (default: -1,1)',
      numberList,
    )
    .option(
      '--size <n>',
      "rows and columns of the backbone's images, where it leaves them open",
      wholeNumber(1),
    )
    .option('--json', 'print one JSON document')
    .action(evaluate);
}

async function evaluate(name: string, options: EvaluateRunOptions): Promise<void> {
  const { metrics, count, seed, from, json } = options;
  const { openRun } = await import('../../index.js');
  const folder = await runFolder(name);
  // A GAN that could be trained may be measured, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  // The best checkpoint may be one by another metric.
  const set =
    metrics === undefined ? [] : [`monitor.metrics=${metrics}`, 'monitor.checkpoint.best=null'];
  const run = await openRun(folder, { compiler, set, ...(from !== undefined && { from }) });
  try {
    const evaluation = await run.evaluate({
      ...(count !== undefined && { count }),
      ...(seed !== undefined && { seed }),
      ...backboneOf(options),
    });
    if (json) printJson({ run: folder, ...evaluation });
    else printEvaluation(folder, evaluation);
  } finally {
    await run.dispose();
  }
}

/** @throws CliRefusal where options of a backbone are given without one. */
function backboneOf({ backbone, layer, range, size }: EvaluateRunOptions) {
  if (backbone === undefined) {
    const alone = Object.entries({ layer, range, size }).find(([, value]) => value !== undefined);
    if (alone) refuse(`--${alone[0]} is an option of --backbone, which is missing`);
    return {};
  }
  const options = { ...(layer !== undefined && { layer }), ...(range && { range }) };
  return { backbone: { file: backbone, ...options, ...(size !== undefined && { size }) } };
}

function printEvaluation(folder: string, evaluation: GanEvaluation): void {
  const { step, weights, seed, data, backbone, metrics } = evaluation;
  const of = weights === 'average' ? 'averaged weights' : 'latest weights';
  print(`${folder}, step ${step}, ${of}, seed ${seed}, real samples of ${data.type}`);
  if (backbone) {
    const { name, accuracy, layer, preprocessing, sha256 } = backbone;
    const right = accuracy === undefined ? '' : `, ${(100 * accuracy).toFixed(2)} % right`;
    const read = layer === undefined ? '' : `, "${layer}"`;
    const form = preprocessing === undefined ? '' : `, of images brought to ${preprocessing}`;
    print(`${name}${right}${read}${form}, SHA-256 ${sha256}`);
  }
  print('');
  printColumns([
    ['metric', 'value', '±', 'real', 'better', 'compared', 'N'],
    ...metrics.map((result) => [
      titleOf(result),
      numberText(result.value),
      result.standardError === undefined ? '' : numberText(result.standardError),
      numberText(result.noiseFloor.value) +
        (result.noiseFloor.count === result.count ? '' : ` (N ${result.noiseFloor.count})`),
      result.better,
      result.compared,
      String(result.count),
    ]),
  ]);
}

/** The metric with its options, as in `precision neighbours=5`. */
function titleOf({ metric: { type, ...options } }: MetricResult): string {
  const shown = Object.entries(options).filter(
    ([name]) => name !== 'samples' && name !== 'features',
  );
  return [type, ...shown.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' ');
}

/** Four digits. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(4)));
}
