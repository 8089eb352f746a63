/** `ganspec sample`: new samples from a trained generator. */
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { openCompiler, takesPlugins, type SpecOptions } from '../specOptions.js';
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface SampleOptions extends Pick<SpecOptions, 'plugin'> {
  readonly count: number;
  readonly seed?: number;
  readonly out?: string;
}

/** Adds the command. */
export function addSample(program: Command): void {
  takesPlugins(program.command('sample'))
    .description("generate samples from a run's last state")
    .argument('<run>', 'a run folder')
    .option('--count <n>', 'how many', wholeNumber(1), 64)
    .option('--seed <n>', "seed of the latent vectors (default: the run's)", wholeNumber(0))
    .option(
      '--out <file>',
      'a .png for a picture, a .npy for the numbers (default: samples.png in the run folder)',
      sampleFile,
    )
    .action(sample);
}

function sampleFile(file: string): string {
  if (/\.(png|npy)$/i.test(file)) return file;
  throw new InvalidArgumentError('It must end in .png or .npy.');
}

async function sample(folder: string, options: SampleOptions): Promise<void> {
  const { openRun } = await import('../../index.js');
  const { count, seed, out = join(folder, 'samples.png') } = options;
  // What could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true });
  const run = await openRun(folder, { compiler });
  try {
    const samples = await run.sample(count, { ...(seed !== undefined && { seed }) });
    await run.save(samples, out);
  } finally {
    await run.dispose();
  }
  print(out);
}
