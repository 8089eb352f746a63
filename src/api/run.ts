/** A run, opened again: for its samples, and to go on with it. */
import {
  checkOptions,
  argumentMustBe,
  textArgument,
  texts,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { createCompiler, isCompiler, type Compiler } from './compiler.js';
import { GanspecError } from '../diagnostics/errors.js';
import type { ResumeOptions } from './options.js';
import type { Gan } from './gan.js';
import type { LoadedDataset } from '../entries/dataset.js';
import { isShape } from '../entries/resultCheck.js';
import { sizeOf } from '../ir/tensorType.js';
import { pictureRange } from '../runs/pictures/pictureRange.js';
import { numbersFile, sampleFile, type SampleFile } from '../runs/pictures/sampleFile.js';
import { readRunFolder } from '../runs/savedRun.js';
import type { RunRecord } from '../runs/record.js';
import type { TrainEvent } from '../runs/events.js';
import type { Samples } from '../runs/samples.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import type { SampleOptions, Session } from '../train/session.js';
import { compilerOfRun } from './compilerOfRun.js';
import { saveEach, saveSamples } from './saveSamples.js';
import { compileSaved, reopen } from './reopen.js';

const areSamples = argumentMustBe('samples as `sample` gives them', (value) => {
  const { data, shape } = (value ?? {}) as Partial<Samples>;
  return data instanceof Float32Array && isShape(shape) && sizeOf(shape ?? []) === data.length;
});

/** A trained generator. */
export class Run {
  constructor(
    /** The run folder, absolute. */
    readonly folder: string,
    /** Settings, versions, times and outcome of the run. */
    readonly record: RunRecord,
    readonly gan: Gan,
    /** Holds the final state; its steps go on from there, and leave the folder as it is. */
    readonly session: Session,
  ) {}

  /**
   * Goes on with the run in its folder, from its newest checkpoint; `session` keeps the state that it has.
   * @throws As `gan.resume`.
   */
  train(options: ResumeOptions = {}): AsyncGenerator<TrainEvent, void> {
    return this.gan.resume(this.folder, options);
  }

  /**
   * New samples.
   * @param count Default: as many as the spec's `monitor.sampleCount`.
   * @param options Class of all samples, and the seed of the latents; default: each class in turn, the run's seed.
   */
  sample(count = this.gan.spec.monitor.sampleCount, options: SampleOptions = {}): Promise<Samples> {
    return this.session.sample(count, options);
  }

  /**
   * Samples of the data, as the discriminator gets them, in a random order, each at most once.
   * @param count Default: as of `sample`; fewer are given where there are no more.
   * @param options Class of all samples, and the seed of their order; default: any class, the run's seed.
   * @throws As `gan.openDataset`.
   */
  async real(
    count = this.gan.spec.monitor.sampleCount,
    options: SampleOptions = {},
  ): Promise<Samples> {
    wholeNumberArgument(1)('count of real', count);
    checkOptions('real', options, { seed: wholeNumberArgument(0), label: isLabel });
    const { seed = this.record.seed, label } = options;
    const { realSamples } = await import('../train/feeds/realSamples.js');
    return realSamples(await this.gan.openDataset(this.record.seed), count, { seed, label });
  }

  /**
   * Writes samples as a picture, in the form that the data set writes, or as numbers (`.npy`). Classes that the file does
   * not show are written beside it, one name in a line for each sample, to a file that ends in `.classes.txt`. Missing folders are made.
   * @param file Without an extension it gets that of its form.
   * @returns The path of what was written.
   * @throws GanspecError GAN512 for a form that these samples do not have; GAN511 where the file cannot be written.
   */
  save(samples: Samples, file: string): Promise<string> {
    areSamples('samples of save', samples);
    textArgument('file of save', file);
    return saveSamples(samples, file, (some, form) => this.#encoded(some, form));
  }

  /**
   * Writes each sample into a file of its own, as `save` does, numbered from 0. Classes stand in one file for all.
   * @param place A folder, or a pattern of names, as in `faces/%04d.png`.
   * @returns The paths of the samples, in order.
   * @throws As `save`.
   */
  saveEach(samples: Samples, place: string): Promise<readonly string[]> {
    areSamples('samples of saveEach', samples);
    textArgument('place of saveEach', place);
    return saveEach(samples, place, (some, form) => this.#encoded(some, form));
  }

  async #encoded(samples: Samples, wanted: string): Promise<SampleFile> {
    const { data } = this.gan.resolved;
    const names = (data.classList ?? []).map(({ name }) => name);
    if (wanted === 'npy') return numbersFile(samples, names);
    return sampleFile(samples, {
      range: pictureRange(data),
      names,
      openEncoder: () => this.gan.openEncoder(),
      openDataset: () => this.#openDataset(),
    });
  }

  /** Undefined where the data are gone or have changed: points are drawn without real ones then. */
  async #openDataset(): Promise<LoadedDataset | undefined> {
    try {
      return await this.gan.openDataset(this.record.seed);
    } catch (error) {
      if (error instanceof GanspecError) return undefined;
      throw error;
    }
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}

/**
 * Compiles the spec of a run again, as it stands in the folder.
 * @param options.set Overrides such as `training.steps=100`.
 * @throws GanspecError GAN513 where the folder is no run; SpecError where the spec has mistakes.
 */
export function compileRun(
  folder: string,
  options: { readonly compiler?: Compiler; readonly set?: readonly string[] } = {},
): Gan {
  textArgument('folder of compileRun', folder);
  checkOptions('compileRun', options, { compiler: isCompiler, set: texts });
  const { compiler = createCompiler(), set = [] } = options;
  const { record, spec, data } = readRunFolder(folder);
  return compileSaved({ ...record, spec, data }, compiler, set);
}

/**
 * Opens a run folder with its final state, or with that of its newest checkpoint where it has not reached an end. The data
 * are not needed: the folder keeps what samples need of them.
 * @param options.compiler Knows the plugins that the spec uses; default: `compilerOfRun`.
 * @throws GanspecError GAN513 where the folder is no run; exit code 6 where the state is damaged.
 */
export async function openRun(
  folder: string,
  options: { readonly compiler?: Compiler } = {},
): Promise<Run> {
  textArgument('folder of openRun', folder);
  checkOptions('openRun', options, { compiler: isCompiler });
  const { record, path, ...saved } = readRunFolder(folder);
  const { baseDir, dataPaths, seed } = record;
  const { compiler = await compilerOfRun(folder) } = options;
  const { gan, session } = await reopen({ ...saved, baseDir, dataPaths, seed }, compiler);
  return new Run(path, record, gan, session);
}
