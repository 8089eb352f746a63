/** `ganspec classifier train`: a classifier of the classes of a data set, for metrics. */
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { openCompiler, showDiagnostics, takesSpec, type SpecOptions } from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printJson } from '../stdout.js';

interface TrainClassifierOptions extends SpecOptions {
  readonly heldOut: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addClassifier(program: Command): void {
  const classifier = program
    .command('classifier')
    .description('classifiers whose outputs metrics compare');
  takesSpec(classifier.command('train'))
    .description(
      "train the auxiliary classifier of a spec's discriminator by itself, on real samples",
    )
    .option('--held-out <path=value>', 'setting that gives held-out samples', 'data.split="test"')
    .option(
      '--out <folder>',
      'folder of weights.safetensors and classifier.json (default: that of the spec)',
    )
    .option('--json', 'print one JSON document')
    .action(trainClassifier);
}

async function trainClassifier(spec: string, options: TrainClassifierOptions): Promise<void> {
  const { heldOut, out = dirname(spec), json } = options;
  const { trainClassifier: train } = await import('../../index.js');
  const compiler = await openCompiler(options);
  const compiled = (...set: readonly string[]) =>
    compiler.compile(compiler.read(spec, { set: [...options.set, ...set] }));
  const gan = compiled();
  await showDiagnostics(gan.warnings);
  const record = await train({
    gan,
    heldOut: compiled(heldOut),
    folder: out,
    report: ({ step, steps, loss }) => {
      printToStderr(`step ${step}/${steps}  classLoss ${loss.toPrecision(4)}`);
    },
  });
  if (json) printJson(record);
  else {
    const { accuracy, sha256 } = record;
    const percent = (100 * accuracy).toFixed(2);
    print(`${percent} % of ${record.heldOut.count} held-out samples, SHA-256 ${sha256}`);
  }
}
