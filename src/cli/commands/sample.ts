/** `ganspec sample`: new samples from a trained generator. */
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  openCompiler,
  runFolder,
  takesDataDir,
  takesPlugins,
  takesRun,
  type SpecOptions,
} from '../specOptions.js';
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface SampleOptions extends Pick<SpecOptions, 'plugin' | 'dataDir'> {
  readonly count?: number;
  readonly seed?: number;
  readonly class?: string;
  readonly out?: string;
}

/** Adds the command. */
export function addSample(program: Command): void {
  takesRun(takesDataDir(takesPlugins(program.command('sample'))))
    .description("generate samples from a run's last state")
    .option('--count <n>', "how many (default: the spec's monitor.sampleCount)", wholeNumber(1))
    .option('--seed <n>', "seed of the latent vectors (default: the run's)", wholeNumber(0))
    .option(
      '--class <name>',
      'class of all samples, by its name or its index (default: each in turn)',
    )
    .option(
      '--out <file>',
      'ends in .npy for the numbers, or in the form of the data: .png, .csv, .txt, .wav; added where there is none (default: samples in the run folder)',
    )
    .action(sample);
}

async function sample(name: string, options: SampleOptions): Promise<void> {
  const { openRun } = await import('../../index.js');
  const folder = await runFolder(name);
  const { count, seed, class: label, out = join(folder, 'samples') } = options;
  // A GAN that could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const run = await openRun(folder, { compiler });
  try {
    const samples = await run.sample(count, {
      ...(seed !== undefined && { seed }),
      ...(label !== undefined && { label }),
    });
    print(await run.save(samples, out));
  } finally {
    await run.dispose();
  }
}
