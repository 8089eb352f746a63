/** The kind `dataset`: samples for the discriminator, read from files or drawn. */
import type { Shape } from '../ir/tensorType.js';
import type { HostConfig } from './config.js';
import type { Interval } from './interval.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { plainCopy } from './plainCopy.js';
import { filled, isDescribed, isEncoded, isOpened, isOutline } from './datasetResults.js';
import { expects } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { datasetTemplate } from './templates/dataset.js';

/** One class of samples; its index is its place in the list of all. */
export interface SampleClass {
  /** In the words of the data: the name of a folder, or a label as it is written. */
  readonly name: string;
  /** Samples of the class; absent where that is not known before they are read. */
  readonly count?: number;
}

/** Place of a column of a table among the numbers of a sample. */
export interface SampleColumn {
  readonly name: string;
  /** Such as numeric, date, categorical. */
  readonly kind: string;
  /** Index of its first number. */
  readonly start: number;
  /** Its numbers. */
  readonly width: number;
  /** The values that occur, in words: the least and the greatest, or categories. */
  readonly values: string;
}

/** Sound `[length, 1]`, or text as one-hot characters `[length, 1 + size of the alphabet]`, of which the first is none. */
export type DataForm = 'sound' | 'text';

/** Equally likely Gaussians. */
export interface SampleMixture {
  readonly centres: readonly (readonly number[])[];
  /** Standard deviation along each axis. */
  readonly stddev: number;
}

/** Facts about a data set that are known before its numbers are read. */
export interface DatasetDescription {
  /** Shape of one sample. */
  readonly shape: Shape;
  /** Bounds of the values, or null where they have none. */
  readonly range: Interval | null;
  /** Samples; files that turn out to be damaged when they are opened may be among them. */
  readonly count: number;
  /** Number of classes, or null where samples have no label. */
  readonly classes: number | null;
  /** The classes by name, as many as `classes`; absent where they have numbers only. */
  readonly classList?: readonly SampleClass[];
  /** The columns that make up a sample, in order; absent where it is no row of a table. */
  readonly columns?: readonly SampleColumn[];
  /** The form of samples that their shape does not tell. */
  readonly form?: DataForm;
  /** The distribution that points are drawn from, where it is known. */
  readonly mixture?: SampleMixture;
  /** Least and greatest value, where `range` is null and they have been looked up: pictures are drawn between them. */
  readonly extent?: Interval;
  /** True for images `[height, width, channels]` of which training draws each as it is or mirrored, left for right, with equal chance. */
  readonly flip?: boolean;
  /** Doubts about the data, each reported once: by compilation, or when training starts if only `open` knows it. */
  readonly warnings?: readonly DatasetWarning[];
}

/** Facts about the samples that the options alone tell. */
export type DatasetOutline = Pick<DatasetDescription, 'shape' | 'range'>;

export interface LoadedDataset extends DatasetDescription {
  /** Writes the samples at these indices one after the other. */
  read(indices: ArrayLike<number>, out: Float32Array): void;
  /** Writes the class of each sample; only where `classes` is not null. */
  readLabels?(indices: ArrayLike<number>, out: Int32Array): void;
  /**
   * Generated samples, one after the other, in the form that the data came in; absent where ganspec draws them or writes
   * their numbers. `defineDataset` makes it of the entry's own `encode` and the recipe.
   * @param labels Class of each sample, where the generator is told one.
   */
  encode?(samples: Float32Array, labels?: Int32Array): EncodedSamples;
  /** Word for several samples, as in `rows`, for messages. Default: `images` or `points` by the shape, else `samples`. */
  readonly noun?: string;
  /** Facts about the data that the entry's `encode` needs besides the options: plain JSON, kept in the run folder. */
  readonly recipe?: unknown;
}

/** The part of a data set that is kept, so that its GAN is compiled and samples are written without its files. */
export interface DatasetRecord {
  readonly description: DatasetDescription;
  /** Null where samples have no form of their own; absent where that is not known. */
  readonly recipe?: unknown;
}

/** Writes samples, one after the other, in the form that the data came in. @param labels As of `Dataset.encode`. */
export type Encoder = (samples: Float32Array, labels?: Int32Array) => EncodedSamples;

/** A file of samples. */
export interface EncodedSamples {
  /** Without the dot, such as `csv`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** True if the file tells the class of each sample, where samples have one. */
  readonly showsClasses?: boolean;
}

/** A doubt about a data set that does not keep it from being used. */
export interface DatasetWarning {
  /** As in `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  /** A full sentence: the way out. */
  readonly hint?: string;
  /** JSON Pointer of the option to change; default: `/data`. */
  readonly pointer?: string;
}

export interface DatasetContext {
  /** Folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** `--data-dir`, if given. */
  readonly dataDir: string | undefined;
  /** Folders that GANSPEC_DATA names, or has named for a run; default: the one that it names now. */
  readonly environmentDirs?: readonly string[];
  /** Paths given by `--set`: they may be absolute, start with `~`, or lead out of the folder of the spec. */
  readonly ownPaths?: ReadonlySet<string>;
  /** Seeds data sets that are drawn rather than read. */
  readonly seed: number;
  /** Told how many of all files have been decoded, where that takes long. */
  readonly decoding?: DecodingReport | undefined;
}

/** Takes the number of files done, and that of all. */
export type DecodingReport = (done: number, total: number) => void;

export interface DatasetEntry extends EntryBase<'dataset'> {
  /** Reads the headers of files, and whole files only where shape or count cannot be known otherwise. @throws GanspecError with exit code 4 */
  describe(config: Tagged, context: DatasetContext): DatasetDescription;
  /** The samples as far as the options tell, for networks to be checked against where files are missing; undefined where these decide. */
  readonly outline?: (config: Tagged) => DatasetOutline | undefined;
  /** @throws GanspecError with exit code 4 for files that are missing or damaged. */
  open(config: Tagged, context: DatasetContext): Promise<LoadedDataset>;
  /** Generated samples as `Dataset.encode` writes them, long after the data set was open. @param recipe Of that data set. */
  readonly encode?: (
    samples: Float32Array,
    config: Tagged,
    recipe: unknown,
    labels?: Int32Array,
  ) => EncodedSamples;
}

/** An open data set, with its recipe where the entry has `encode`. */
type Opened<R> = LoadedDataset & { readonly recipe?: R };

/** See `DatasetEntry` for the meaning of each part. @typeParam R The recipe: plain JSON. */
export interface DatasetDefinition<C extends Tagged, R> extends Definition {
  describe(config: HostConfig<C>, context: DatasetContext): DatasetDescription;
  readonly outline?: (config: HostConfig<C>) => DatasetOutline | undefined;
  open(config: HostConfig<C>, context: DatasetContext): Opened<R> | Promise<Opened<R>>;
  readonly encode?: (
    samples: Float32Array,
    config: HostConfig<C>,
    recipe: R,
    labels?: Int32Array,
  ) => EncodedSamples;
}

const described: Readonly<Record<keyof DatasetDescription, true>> = {
  shape: true,
  range: true,
  count: true,
  classes: true,
  classList: true,
  columns: true,
  form: true,
  mixture: true,
  extent: true,
  flip: true,
  warnings: true,
};

const opened: Readonly<Record<keyof LoadedDataset, true>> = {
  ...described,
  read: true,
  readLabels: true,
  encode: true,
  noun: true,
  recipe: true,
};

/** Properties of the results of hooks. */
const properties = {
  describe: Object.keys(described),
  outline: ['shape', 'range'],
  open: Object.keys(opened),
  encode: ['extension', 'bytes', 'showsClasses'],
};

/** Makes a data set. */
export function defineDataset<C extends Tagged, R = unknown>(
  definition: DatasetDefinition<C, R>,
): DatasetEntry {
  requireComplete('defineDataset', definition, ['describe', 'open'], ['outline', 'encode']);
  const encodeOwn = definition.encode?.bind(definition);
  const outline = definition.outline?.bind(definition);
  const encode =
    encodeOwn &&
    ((
      samples: Float32Array,
      config: Tagged,
      recipe: unknown,
      labels?: Int32Array,
    ): EncodedSamples =>
      // The recipe is one that `open` has made.
      encodeOwn(samples, known(config), recipe as R, labels));
  return {
    kind: 'dataset',
    type: definition.type,
    schema: definition.schema,
    describe: (config, context) => definition.describe(known(config), context),
    ...(outline && { outline: (config) => outline(known(config)) }),
    open: async (config, context) => {
      const own: LoadedDataset = await definition.open(known(config), context);
      if (!encode) return own;
      const dataset = plainCopy(own, properties.open);
      const { recipe } = dataset;
      return { ...dataset, encode: (samples, labels) => encode(samples, config, recipe, labels) };
    },
    ...(encode && { encode }),
  };
}

export const datasetKind: KindRecord<DatasetEntry> = {
  folder: 'datasets',
  makers: { defineDataset },
  hookResults: {
    describe: isDescribed,
    outline: expects('an object with shape and range, or undefined', isOutline),
    open: isOpened,
    encode: expects('an object with extension (letters and digits) and bytes', isEncoded),
  },
  returnedMethods: {
    read: filled('its samples at once, in its second argument'),
    readLabels: filled('its classes at once, in its second argument'),
    encode: expects('an object with extension (letters and digits) and bytes', isEncoded),
  },
  fillingMethods: { read: 'numbers', readLabels: 'classes' },
  returnedProperties: properties,
  optionalHooks: ['outline', 'encode'],
  asyncHooks: ['open'],
  template: datasetTemplate,
};
