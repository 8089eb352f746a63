/** The data of a GAN: opened, drawn from, and as the form of the files of samples. */
import {
  argumentMustBe,
  checkOptions,
  pathArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import type { DatasetEntry, DatasetRecord, Encoder, LoadedDataset } from '../entries/dataset.js';
import { entryOf } from '../entries/entryOf.js';
import { isShape } from '../entries/resultCheck.js';
import { sizeOf } from '../ir/tensorType.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { checkUnchanged } from '../runs/datasetRecord.js';
import { pictureRange } from '../runs/pictures/pictureRange.js';
import {
  numbersFile,
  sampleFile,
  type SampleFile,
  type SampleForm,
} from '../runs/pictures/sampleFile.js';
import { waysFile, type SampleWays } from '../runs/pictures/waysFile.js';
import type { Samples } from '../runs/samples.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import type { SampleOptions } from '../train/session.js';
import type { GanSource } from './ganSource.js';
import { saveEach, saveSamples } from './saveSamples.js';

const areSamples = argumentMustBe('samples as `sample` gives them', (value) => {
  const { data, shape } = (value ?? {}) as Partial<Samples>;
  return data instanceof Float32Array && isShape(shape) && sizeOf(shape ?? []) === data.length;
});

/** The path of a file, which one without a name, as `faces/` or `..`, is not. */
const fileArgument = argumentMustBe(
  'a path that names a file',
  (value) => typeof value === 'string' && !/(?:^|[/\\])\.{0,2}$/.test(value),
);

/** The choice among samples of the data. */
export type RealOptions = Omit<SampleOptions, 'feeds'>;

/** A GAN as far as its data are concerned. */
export class GanData {
  /** The spec with every default filled in. */
  readonly spec: NormalSpec;

  constructor(
    protected readonly source: GanSource,
    /** Shapes, parameters and costs of both networks. */
    readonly resolved: ResolvedGan,
  ) {
    this.spec = resolved.spec;
  }

  /**
   * The data set of the spec.
   * @throws GanspecError with exit code 4 for files that are missing or damaged; GAN418 where they have changed.
   */
  async openDataset(seed = this.spec.training.seed): Promise<LoadedDataset> {
    wholeNumberArgument(0)('seed of openDataset', seed);
    const dataset = await this.#entry.open(this.spec.data, {
      ...this.source.context.datasets,
      seed,
    });
    checkUnchanged(dataset, this.record);
    return dataset;
  }

  /**
   * The encoder of samples in the file format of the data set; undefined where it has none. The data set is opened only
   * where there is no record of it.
   * @throws GanspecError as `openDataset` does.
   */
  async openEncoder(): Promise<Encoder | undefined> {
    const { recipe } = this.record;
    if (recipe === undefined) {
      const dataset = await this.openDataset();
      return dataset.encode?.bind(dataset);
    }
    const { encode } = this.#entry;
    if (recipe === null || !encode) return undefined;
    return (samples, labels) => {
      try {
        return encode(samples, this.spec.data, recipe, labels);
      } catch (error) {
        throw error instanceof GanspecError ? error : wrongRecipe(this.spec.data.type, error);
      }
    };
  }

  /**
   * Samples of the data, as the discriminator gets them, in a random order, each at most once.
   * @param count Default: as many as the spec's `monitor.sampleCount`; fewer are given where there are no more.
   * @param options Class of all samples, and the seed of their order; default: any class, the seed of training.
   * @throws As `openDataset`.
   */
  async real(count = this.spec.monitor.sampleCount, options: RealOptions = {}): Promise<Samples> {
    wholeNumberArgument(1)('count of real', count);
    checkOptions('real', options, { seed: wholeNumberArgument(0), label: isLabel });
    const { seed = this.spec.training.seed, label } = options;
    const { realSamples } = await import('../train/feeds/realSamples.js');
    return realSamples(await this.openDataset(), count, { seed, label });
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
    fileArgument('file of save', file);
    return saveSamples(samples, file, (some, form) => this.#encoded(some, form));
  }

  /**
   * Writes each sample into a file of its own, as `save` does, numbered from 0. Classes stand in one file for all, a line with file and class for each, in the form of a label file.
   * @param place A folder, or a pattern of names, as in `faces/%04d.png`.
   * @returns The paths of the samples, in order.
   * @throws As `save`.
   */
  saveEach(samples: Samples, place: string): Promise<readonly string[]> {
    areSamples('samples of saveEach', samples);
    pathArgument('place of saveEach', place);
    return saveEach(samples, place, (some, form) => this.#encoded(some, form));
  }

  /**
   * The picture of samples, as `save` writes it.
   * @returns The bytes of a PNG file.
   * @throws GanspecError GAN512 for samples that are no images and no points of the plane.
   */
  async picture(samples: Samples): Promise<Uint8Array> {
    areSamples('samples of picture', samples);
    const { extension, bytes } = await this.#encoded(samples, 'png');
    if (extension === 'png') return Buffer.from(bytes);
    throw new GanspecError(
      'GAN512',
      exitCodes.usage,
      `samples of shape [${samples.shape.slice(1).join(', ')}] are not drawn, but written as .${extension}`,
      'Images and points of the plane are drawn.',
    );
  }

  /** Writes samples along ways into one file. @throws As `save`. */
  protected saveWays(ways: SampleWays, file: string): Promise<string> {
    const encode = (samples: Samples, wanted: string): Promise<SampleFile> =>
      wanted === 'npy' ? this.#encoded(samples, wanted) : waysFile(ways, this.#form);
    return saveSamples(ways.samples, file, encode);
  }

  async #encoded(samples: Samples, wanted: string): Promise<SampleFile> {
    if (wanted === 'npy') return numbersFile(samples, this.#form.names);
    const odd = samples.data.find((number) => !Number.isFinite(number));
    if (odd !== undefined) throw notShown(odd);
    return sampleFile(samples, this.#form);
  }

  get #form(): SampleForm {
    const { data } = this.resolved;
    return {
      range: pictureRange(data),
      names: (data.classList ?? []).map(({ name }) => name),
      openEncoder: () => this.openEncoder(),
      openDataset: () => this.#openIfThere(),
    };
  }

  /** Undefined where the data are gone or have changed: points are drawn without real ones then. */
  async #openIfThere(): Promise<LoadedDataset | undefined> {
    try {
      return await this.openDataset();
    } catch (error) {
      if (error instanceof GanspecError) return undefined;
      throw error;
    }
  }

  protected get record(): DatasetRecord {
    return this.source.data ?? { description: this.resolved.data };
  }

  get #entry(): DatasetEntry {
    return entryOf(this.source.context.registry, 'dataset', this.spec.data.type);
  }
}

/** The error of a recipe that the data set cannot have made. */
function wrongRecipe(type: string, error: unknown): GanspecError {
  return new GanspecError(
    'GAN610',
    exitCodes.checkpoint,
    `the kept record of the data is damaged: data set "${type}" cannot write samples by its /recipe (${messageOf(error)})`,
    'Restore the folder from a copy, or make it anew.',
  );
}

/** The error of numbers that only a file of numbers can hold. */
function notShown(odd: number): GanspecError {
  return new GanspecError(
    'GAN512',
    exitCodes.usage,
    `samples with numbers that are not finite (${odd}) are written as numbers only`,
    'Name a file that ends in .npy.',
  );
}
