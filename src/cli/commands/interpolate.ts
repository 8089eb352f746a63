/** `ganspec interpolate`: the way between the samples of two seeds, or of latent vectors, as an animation. */
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
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface InterpolateCommandOptions extends Pick<SpecOptions, 'plugin'> {
  readonly fromSeed: number;
  readonly toSeed: number;
  readonly fromLatents?: string;
  readonly toLatents?: string;
  readonly count?: number;
  readonly frames?: number;
  readonly class?: string;
  readonly from?: number;
  readonly out?: string;
  readonly seconds?: number;
}

/** Adds the command. */
export function addInterpolate(program: Command): void {
  takesPlugins(takesRun(program.command('interpolate')))
    .description(
      'write the way between the samples of two seeds or latent vectors, there and back, as an animation',
    )
    .option('--from-seed <n>', 'seed of the first samples', wholeNumber(0), 1)
    .option('--to-seed <n>', 'seed of the last samples', wholeNumber(0), 2)
    .option(
      '--from-latents <file>',
      'latent vectors of the first samples in place of a seed (.npy)',
    )
    .option('--to-latents <file>', 'those of the last samples (.npy)')
    .option(
      '--count <n>',
      "samples (default: as many as latent vectors, or the spec's monitor.sampleCount)",
      wholeNumber(1),
    )
    .option('--frames <n>', 'pictures of the way (default: 24)', wholeNumber(2))
    .option('--class <name>', 'class of all samples, by its name or its index')
    .option(
      '--from <step>',
      'checkpoint after this many iterations (default: the last state)',
      wholeNumber(0),
    )
    .option('--out <file>', 'ends in .webp or .gif (default: interpolation.webp in the run folder)')
    .option('--seconds <n>', 'there and back (default: 6)', positiveNumber)
    .action(interpolate);
}

async function interpolate(name: string, options: InterpolateCommandOptions): Promise<void> {
  const { openRun, readNumbers } = await import('../../index.js');
  const folder = await runFolder(name);
  // A GAN that could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const { from, out, fromSeed, toSeed, fromLatents, toLatents } = options;
  const { class: label, count, frames, seconds } = options;
  const run = await openRun(folder, { compiler, ...(from !== undefined && { from }) });
  try {
    const way = {
      from: fromLatents === undefined ? fromSeed : readNumbers(fromLatents),
      to: toLatents === undefined ? toSeed : readNumbers(toLatents),
      ...(count !== undefined && { count }),
      ...(frames !== undefined && { frames }),
      ...(label !== undefined && { label }),
      ...(seconds !== undefined && { seconds }),
    };
    print(await run.interpolate(out ?? join(folder, 'interpolation.webp'), way));
  } finally {
    await run.dispose();
  }
}
