/** `ganspec directions`: what the generator of a run has learnt, as a picture. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { positiveNumber } from '../positiveNumber.js';
import {
  openCompiler,
  runFolder,
  takesPlugins,
  takesRun,
  type SpecOptions,
} from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print, printJson } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface DirectionsCommandOptions extends Pick<SpecOptions, 'plugin'> {
  readonly count?: number;
  readonly strength?: number;
  readonly samples?: number;
  readonly seed?: number;
  readonly class?: string;
  readonly from?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addDirections(program: Command): void {
  takesPlugins(takesRun(program.command('directions')))
    .description(
      'draw samples along the directions in which the generator changes most, and through its codes',
    )
    .option('--count <n>', 'directions (default: 5)', wholeNumber(0))
    .option('--strength <n>', 'length of the longest step (default: 3)', positiveNumber)
    .option('--samples <n>', 'samples that go each way (default: 3)', wholeNumber(1))
    .option('--seed <n>', "seed of these samples (default: the run's)", wholeNumber(0))
    .option(
      '--class <name>',
      'class of all samples, by its name or its index (default: each in turn)',
    )
    .option(
      '--from <step>',
      'checkpoint after this many iterations (default: the last state)',
      wholeNumber(0),
    )
    .option('--out <file>', 'the picture (default: directions in the run folder)')
    .option('--json', 'print one JSON document with the eigenvalues and the vectors')
    .action(directions);
}

async function directions(name: string, options: DirectionsCommandOptions): Promise<void> {
  const { openRun } = await import('../../index.js');
  const folder = await runFolder(name);
  // A GAN that could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const { from, out, json, count, strength, samples, seed, class: label } = options;
  const run = await openRun(folder, { compiler, ...(from !== undefined && { from }) });
  try {
    const drawn = await run.directions(out ?? join(folder, 'directions'), {
      ...(count !== undefined && { count }),
      ...(strength !== undefined && { strength }),
      ...(samples !== undefined && { samples }),
      ...(seed !== undefined && { seed }),
      ...(label !== undefined && { label }),
    });
    if (json) {
      printJson(drawn);
      return;
    }
    for (const { name: code, values } of drawn.codes) {
      printToStderr(`note: ${code} has the values ${values.join(', ')}`);
    }
    if (drawn.directions.length > 0) {
      const steps = drawn.lengths.map((length) => Number(length.toPrecision(3)));
      printToStderr(`note: steps along directions of ${drawn.layer} are ${steps.join(', ')}`);
    }
    print(drawn.file);
  } finally {
    await run.dispose();
  }
}
