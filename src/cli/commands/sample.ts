/** `ganspec sample`: new samples from a trained generator. */
import { statSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Command } from 'commander';
import {
  openCompiler,
  runFolder,
  takesDataDir,
  takesPlugins,
  takesRun,
  type SpecOptions,
} from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface SampleCommandOptions extends Pick<SpecOptions, 'plugin' | 'dataDir'> {
  readonly count?: number;
  readonly seed?: number;
  readonly class?: string;
  readonly real?: boolean;
  readonly separate?: boolean;
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
    .option('--real', 'samples of the data instead, as the discriminator gets them')
    .option(
      '--out <file>',
      'ends in .npy for the numbers, or in the form of the data: .png, .csv, .txt, .wav; added where there is none. A folder, or a pattern as faces/%04d.png, gets a file for each sample (default: samples in the run folder)',
    )
    .option('--separate', 'a file for each sample: out-0000.png, out-0001.png, …')
    .action(sample);
}

async function sample(name: string, options: SampleCommandOptions): Promise<void> {
  const { openRun } = await import('../../index.js');
  const folder = await runFolder(name);
  const { count, seed, class: label, real = false, separate = false } = options;
  // A GAN that could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const run = await openRun(folder, { compiler });
  const choice = { ...(seed !== undefined && { seed }), ...(label !== undefined && { label }) };
  try {
    const samples = await (real ? run.real(count, choice) : run.sample(count, choice));
    const [found = 0] = samples.shape;
    if (real && found < (count ?? found)) printToStderr(`note: there are ${found} such samples`);
    const out = options.out ?? join(folder, real ? 'real' : 'samples');
    const place = placeOfEach(out, separate, options.out !== undefined);
    if (place === undefined) print(await run.save(samples, out));
    else for (const path of await run.saveEach(samples, place)) print(path);
  } finally {
    await run.dispose();
  }
}

/** The folder or the pattern of names where each sample gets a file of its own; undefined where all go into one file. */
function placeOfEach(out: string, separate: boolean, isGiven: boolean): string | undefined {
  if (/%\d*d/.test(out)) return out;
  const isFolder = /[/\\]$/.test(out) || statSync(out, { throwIfNoEntry: false })?.isDirectory();
  if (isGiven && isFolder === true) return out;
  if (!separate) return undefined;
  const { dir, name, ext } = parse(out);
  return join(dir, `${name}-%04d${ext}`);
}
