/** `ganspec sample`: samples of a run, or of the data of a run or a spec. */
import { statSync } from 'node:fs';
import { join, parse } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { counted } from '../../diagnostics/counted.js';
import type { Gan, RealOptions, Run, Samples } from '../../index.js';
import { positiveNumber } from '../positiveNumber.js';
import { refuse } from '../refuse.js';
import {
  openCompiler,
  openSpec,
  runFolder,
  showDiagnostics,
  takesDataDir,
  takesPlugins,
  takesSet,
  type SpecOptions,
} from '../specOptions.js';
import { printToStderr } from '../stderr.js';
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

interface SampleCommandOptions extends Omit<SpecOptions, 'allowLarge' | 'passes'> {
  readonly count?: number;
  readonly seed?: number;
  readonly class?: string;
  readonly from?: number;
  readonly latents?: string;
  readonly truncation?: number;
  readonly real?: boolean;
  readonly separate?: boolean;
  readonly out?: string;
}

/** Adds the command. */
export function addSample(program: Command): void {
  takesSet(takesDataDir(takesPlugins(program.command('sample'))))
    .argument('<run>', 'a run folder, or a name for its latest run; with --real also a spec')
    .description("generate samples from a run's last state, or draw samples of the data")
    .option('--count <n>', "how many (default: the spec's monitor.sampleCount)", wholeNumber(1))
    .option('--seed <n>', "seed of the latent vectors (default: the run's)", wholeNumber(0))
    .option(
      '--class <name>',
      'class of all samples, by its name or its index (default: each in turn)',
      oneClass,
    )
    .option(
      '--from <step>',
      'checkpoint after this many iterations (default: the last state)',
      wholeNumber(0),
    )
    .option(
      '--latents <file>',
      'latent vectors in place of drawn ones, a row for each sample (.npy)',
    )
    .option(
      '--truncation <limit>',
      'draw numbers of normal latent vectors again that are beyond so many standard deviations: samples become better and more alike',
      positiveNumber,
    )
    .option('--real', 'samples of the data instead, as the discriminator gets them')
    .option(
      '--out <file>',
      'ends in .npy for the numbers, or in the form of the data: .png, .csv, .txt, .wav; added where there is none. A folder, or a pattern as faces/%04d.png, gets a file for each sample (default: samples or real in the run folder)',
    )
    .option('--separate', 'a file for each sample: out-0000.png, out-0001.png, …')
    .action(sample);
}

/** The value of --class. @throws InvalidArgumentError where it is given twice. */
function oneClass(name: string, before?: string): string {
  if (before === undefined) return name;
  throw new InvalidArgumentError(
    `Samples are of one class, and "${before}" is given already: draw each class by itself.`,
  );
}

async function sample(name: string, options: SampleCommandOptions): Promise<void> {
  const { latestRun } = await import('../../index.js');
  const run = latestRun(name) === undefined ? undefined : await runFolder(name);
  await (options.real ? drawReal(name, run, options) : generate(name, run, options));
}

/** Samples of a run's generator. */
async function generate(
  name: string,
  run: string | undefined,
  options: SampleCommandOptions,
): Promise<void> {
  const { hasSpec, openRun, readNumbers } = await import('../../index.js');
  if (run === undefined && hasSpec(name)) {
    refuse(
      `${name} is a spec, which has no samples of its own: train it (ganspec train ${name}), or draw samples of its data with --real`,
    );
  }
  if (options.set.length > 0) {
    refuse('--set goes with --real; generated samples are those of the run as it was trained');
  }
  refuseBesideLatents(options);
  const folder = run ?? name;
  // A GAN that could be trained may be sampled, however large.
  const compiler = await openCompiler({ ...options, allowLarge: true }, folder);
  const { count, from, latents, truncation } = options;
  const trained = await openRun(folder, { compiler, ...(from !== undefined && { from }) });
  try {
    const latent = latents === undefined ? undefined : readNumbers(latents);
    const samples = await trained.sample(latent ? rowsOf(latent, trained) : count, {
      ...choiceOf(options),
      ...(latent && { feeds: { latent } }),
      ...(truncation !== undefined && { truncation }),
    });
    await save(trained, samples, options, join(folder, 'samples'));
  } finally {
    await trained.dispose();
  }
}

/** Refuses options that own latent vectors leave nothing to do for. */
function refuseBesideLatents({ latents, count, truncation }: SampleCommandOptions): void {
  if (latents === undefined) return;
  if (count !== undefined) refuse('--latents has a row for each sample: leave --count out');
  if (truncation !== undefined) refuse('--truncation is for vectors that are drawn: leave it out');
}

/** Rows of latent vectors. */
function rowsOf(latents: Float32Array, { session }: Run): number {
  const dim = session.drawn(1)['latent']?.length ?? 0;
  const rows = latents.length / dim;
  if (rows >= 1 && Number.isInteger(rows)) return rows;
  return refuse(
    `--latents has ${latents.length} numbers, and latent vectors of this GAN have ${dim}: give a row of ${dim} for each sample`,
  );
}

/** Samples of the data of a run or a spec. */
async function drawReal(
  name: string,
  run: string | undefined,
  options: SampleCommandOptions,
): Promise<void> {
  const { count, out, latents, truncation } = options;
  if (latents !== undefined || truncation !== undefined) {
    refuse('--latents and --truncation are for generated samples: leave them out, or --real');
  }
  const { hasSpec } = await import('../../index.js');
  // A name that is neither is told when it is opened.
  if (run === undefined && out === undefined && hasSpec(name)) {
    refuse(`a spec has no folder for samples: name a file, as in --out real.png`);
  }
  const gan = await ganOf(name, run, options);
  const samples = await gan.real(count, choiceOf(options));
  const [found = 0] = samples.shape;
  if (found < (count ?? found)) {
    const verb = found === 1 ? 'is' : 'are';
    printToStderr(`note: there ${verb} ${counted(found, 'such sample')}`);
  }
  await save(gan, samples, options, join(run ?? '', 'real'));
}

async function ganOf(
  name: string,
  run: string | undefined,
  options: SampleCommandOptions,
): Promise<Gan> {
  const { compileRun } = await import('../../index.js');
  const lifted = { ...options, allowLarge: true };
  if (run !== undefined) {
    return compileRun(run, { compiler: await openCompiler(lifted, run), set: options.set });
  }
  const { compiler, source } = await openSpec(name, lifted);
  const gan = compiler.compile(source);
  await showDiagnostics(gan.warnings);
  return gan;
}

function choiceOf({ seed, class: label }: SampleCommandOptions): RealOptions {
  return { ...(seed !== undefined && { seed }), ...(label !== undefined && { label }) };
}

/** Writes samples, and prints where. @param usual Their file without `--out`. */
async function save(
  gan: Pick<Gan, 'save' | 'saveEach'>,
  samples: Samples,
  { out, separate = false }: SampleCommandOptions,
  usual: string,
): Promise<void> {
  const place = placeOfEach(out ?? usual, separate, out !== undefined);
  if (place === undefined) print(await gan.save(samples, out ?? usual));
  else for (const path of await gan.saveEach(samples, place)) print(path);
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
