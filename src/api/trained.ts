/** A GAN with its state: samples, and files of them. */
import {
  checkOptions,
  argumentMustBe,
  textArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { GanspecError } from '../diagnostics/errors.js';
import type { Encoder, LoadedDataset } from '../entries/dataset.js';
import { isShape } from '../entries/resultCheck.js';
import { sizeOf } from '../ir/tensorType.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { pictureRange } from '../runs/pictures/pictureRange.js';
import { numbersFile, sampleFile, type SampleFile } from '../runs/pictures/sampleFile.js';
import type { Samples } from '../runs/samples.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import type { SampleOptions, Session } from '../train/session.js';
import { saveEach, saveSamples } from './saveSamples.js';

const areSamples = argumentMustBe('samples as `sample` gives them', (value) => {
  const { data, shape } = (value ?? {}) as Partial<Samples>;
  return data instanceof Float32Array && isShape(shape) && sizeOf(shape ?? []) === data.length;
});

/** A GAN as its samples need it. */
export interface SampledGan {
  readonly spec: NormalSpec;
  readonly resolved: ResolvedGan;
  openDataset(seed?: number): Promise<LoadedDataset>;
  openEncoder(): Promise<Encoder | undefined>;
}

/** A trained generator. */
export class TrainedGan {
  readonly #gan: SampledGan;

  constructor(
    gan: SampledGan,
    /** Holds the final state; its steps go on from there. */
    readonly session: Session,
  ) {
    this.#gan = gan;
  }

  /**
   * New samples.
   * @param count Default: as many as the spec's `monitor.sampleCount`.
   * @param options Class of all samples, the seed of the latents, or own latents; default: each class in turn, the seed of training.
   */
  sample(
    count = this.#gan.spec.monitor.sampleCount,
    options: SampleOptions = {},
  ): Promise<Samples> {
    return this.session.sample(count, options);
  }

  /**
   * Samples of the data, as the discriminator gets them, in a random order, each at most once.
   * @param count Default: as of `sample`; fewer are given where there are no more.
   * @param options Class of all samples, and the seed of their order; default: any class, the seed of training.
   * @throws As `gan.openDataset`.
   */
  async real(
    count = this.#gan.spec.monitor.sampleCount,
    options: Omit<SampleOptions, 'feeds'> = {},
  ): Promise<Samples> {
    wholeNumberArgument(1)('count of real', count);
    checkOptions('real', options, { seed: wholeNumberArgument(0), label: isLabel });
    const { seed = this.#seed, label } = options;
    const { realSamples } = await import('../train/feeds/realSamples.js');
    return realSamples(await this.#gan.openDataset(this.#seed), count, { seed, label });
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
    const { data } = this.#gan.resolved;
    const names = (data.classList ?? []).map(({ name }) => name);
    if (wanted === 'npy') return numbersFile(samples, names);
    return sampleFile(samples, {
      range: pictureRange(data),
      names,
      openEncoder: () => this.#gan.openEncoder(),
      openDataset: () => this.#openDataset(),
    });
  }

  /** Undefined where the data are gone or have changed: points are drawn without real ones then. */
  async #openDataset(): Promise<LoadedDataset | undefined> {
    try {
      return await this.#gan.openDataset(this.#seed);
    } catch (error) {
      if (error instanceof GanspecError) return undefined;
      throw error;
    }
  }

  get #seed(): number {
    return this.#gan.spec.training.seed;
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}
