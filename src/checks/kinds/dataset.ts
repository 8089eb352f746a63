/** Checks of data sets. */
import { isDeepStrictEqual } from 'node:util';
import { counted } from '../../diagnostics/counted.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { LoadedDataset, DatasetContext, DatasetDescription } from '../../entries/dataset.js';
import type { Example } from '../example.js';
import type { Failure, Check } from '../check.js';
import { remembered } from '../remembered.js';

type Data = Example<'dataset'>;

/** The context of a data set in checks: files are looked for in the current folder. */
function datasetContext(): DatasetContext {
  return { baseDir: process.cwd(), dataDir: undefined, seed: 1 };
}

/** The open data set; undefined where its files are missing, which it reports with exit code 4. */
async function opened({ entry, config }: Data): Promise<LoadedDataset | undefined> {
  try {
    return await entry.open(config, datasetContext());
  } catch (error) {
    if (error instanceof GanspecError && error.exitCode === exitCodes.data) return undefined;
    throw error;
  }
}

function described({ shape, range, count, classes, classList }: DatasetDescription): string {
  const classNames = classList?.map(({ name }) => name);
  return JSON.stringify({ shape, range, count, classes, classNames });
}

/** Samples at the given indices. */
function read(data: LoadedDataset, order: readonly number[]): readonly Float32Array[] {
  const size = sizeOf(data.shape);
  const numbers = new Float32Array(order.length * size).fill(NaN);
  data.read(order, numbers);
  return order.map((_, place) => numbers.slice(place * size, (place + 1) * size));
}

function someIndices({ count }: LoadedDataset): readonly number[] {
  return [...new Set([0, 1, 2, count - 1])].filter((index) => index >= 0 && index < count);
}

/** The data set of an example, opened once for all checks. */
export const openedOnce = remembered((example: Data) => opened(example));

/** A check of the open data set, which passes where its files are missing. */
function whereOpen(run: (data: LoadedDataset, example: Data) => Failure | Promise<Failure>) {
  return async (example: Data): Promise<Failure> => {
    const data = await openedOnce(example);
    return data && (await run(data, example));
  };
}

export const datasetChecks: readonly Check<Data>[] = [
  {
    hook: 'open',
    claim: 'opens, or says with exit code 4 which of its files is missing',
    fix: 'Throw a GanspecError with exitCodes.data where files are missing or damaged.',
    run: async (example) => {
      await openedOnce(example);
      return undefined;
    },
  },
  {
    hook: 'describe',
    claim: 'describes what it opens: sizes, bounds, count and classes',
    fix: 'Let `describe` and `open` give the same shape, range, count and classes.',
    run: whereOpen((data, { entry, config }) => {
      const before = described(entry.describe(config, datasetContext()));
      const { shape, range, count } = data;
      if (![...shape, count].every((size) => Number.isSafeInteger(size) && size > 0)) {
        return `shape and count are no whole numbers from 1 on: ${before}`;
      }
      if (range && !(range[0] < range[1])) return `the range is empty: ${before}`;
      return before === described(data) ? undefined : `${before} opens as ${described(data)}`;
    }),
  },
  {
    hook: 'read',
    claim: 'fills every number of a sample, finite and within its range',
    fix: 'Write all samples one after the other, scaled to the range that is promised.',
    run: whereOpen((data) => {
      const [low, high] = data.range ?? [-Infinity, Infinity];
      for (const sample of read(data, someIndices(data))) {
        const wrong = sample.find(
          (value) => !(Number.isFinite(value) && value >= low && value <= high),
        );
        if (wrong !== undefined) return `${wrong} is among the numbers`;
      }
      return undefined;
    }),
  },
  {
    hook: 'read',
    claim: 'gives the same sample for an index, whatever was read before and whenever it is opened',
    fix: 'Compute a sample from its index, the options and context.seed alone.',
    run: whereOpen(async (data, example) => {
      const indices = someIndices(data);
      const first = read(data, indices);
      const again = read((await opened(example)) ?? data, indices.toReversed()).toReversed();
      const place = first.findIndex((sample, index) => sample.join() !== again[index]?.join());
      return place < 0 ? undefined : `sample ${indices[place] ?? NaN} differs`;
    }),
  },
  {
    hook: 'readLabels',
    claim: 'gives each sample one of its classes',
    fix: 'Write whole numbers from 0 to classes − 1, or let `classes` be null.',
    run: whereOpen((data) => {
      if (data.classes === null || !data.readLabels) return undefined;
      const { classes } = data;
      const labels = new Int32Array(someIndices(data).length).fill(-1);
      data.readLabels(someIndices(data), labels);
      const wrong = labels.find((label) => label < 0 || label >= classes);
      return wrong === undefined ? undefined : `${wrong} is none of ${counted(classes, 'class')}`;
    }),
  },
  {
    hook: 'encode',
    claim: 'writes the same file of samples after its recipe was kept as JSON',
    fix: 'Give `recipe` numbers, strings, lists and plain objects only, and let `encode` use nothing else.',
    run: whereOpen((data, { entry, config }) => {
      const { recipe } = data;
      if (!entry.encode) return undefined;
      if (recipe === undefined) return 'it has no recipe';
      const kept: unknown = JSON.parse(JSON.stringify(recipe));
      const [samples = new Float32Array()] = read(data, someIndices(data));
      const [before, after] = [recipe, kept].map((one) => entry.encode?.(samples, config, one));
      return isDeepStrictEqual(before, after) ? undefined : 'the file is another one';
    }),
  },
];
