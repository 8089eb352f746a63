/** Questions about data sets. */
import { isDeepStrictEqual } from 'node:util';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { Dataset, DatasetContext, DatasetDescription } from '../../entries/dataset.js';
import type { Example } from '../example.js';
import type { Objection, Question } from '../finding.js';
import { remembered } from '../remembered.js';

type Data = Example<'dataset'>;

/** Where the battery looks for files. */
function datasetContext(): DatasetContext {
  return { baseDir: process.cwd(), dataDir: undefined, seed: 1 };
}

/** The data set, or undefined where it says, with exit code 4, that its files are not here. */
async function opened({ entry, config }: Data): Promise<Dataset | undefined> {
  try {
    return await entry.open(config, datasetContext());
  } catch (error) {
    if (error instanceof GanspecError && error.exitCode === exitCodes.data) return undefined;
    throw error;
  }
}

function described({ shape, range, count, classes }: DatasetDescription): string {
  return JSON.stringify({ shape, range, count, classes });
}

/** The first three samples and the last, in this order. */
function read(data: Dataset, order: readonly number[]): readonly Float32Array[] {
  const size = sizeOf(data.shape);
  const numbers = new Float32Array(order.length * size).fill(NaN);
  data.read(order, numbers);
  return order.map((_, place) => numbers.slice(place * size, (place + 1) * size));
}

function someIndices({ count }: Dataset): readonly number[] {
  return [...new Set([0, 1, 2, count - 1])].filter((index) => index >= 0 && index < count);
}

/** The data set that all questions but those about opening look at. */
export const openedOnce = remembered((example: Data) => opened(example));

/** Asks only where the files are here. */
function whereOpen(ask: (data: Dataset, example: Data) => Objection | Promise<Objection>) {
  return async (example: Data): Promise<Objection> => {
    const data = await openedOnce(example);
    return data && (await ask(data, example));
  };
}

/** What is asked of every data set. */
export const datasetQuestions: readonly Question<Data>[] = [
  {
    hook: 'open',
    question: 'opens, or says with exit code 4 which of its files is missing',
    fix: 'Throw a GanspecError with exitCodes.data where files are missing or damaged.',
    objection: async (example) => {
      await openedOnce(example);
      return undefined;
    },
  },
  {
    hook: 'describe',
    question: 'describes what it opens: sizes, bounds, count and classes',
    fix: 'Let `describe` and `open` give the same shape, range, count and classes.',
    objection: whereOpen((data, { entry, config }) => {
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
    question: 'fills every number of a sample, finite and within its range',
    fix: 'Write all samples one after the other, scaled to the range that is promised.',
    objection: whereOpen((data) => {
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
    question:
      'gives the same sample for an index, whatever was read before and whenever it is opened',
    fix: 'Compute a sample from its index, the options and context.seed alone.',
    objection: whereOpen(async (data, example) => {
      const indices = someIndices(data);
      const first = read(data, indices);
      const again = read((await opened(example)) ?? data, indices.toReversed()).toReversed();
      const place = first.findIndex((sample, index) => sample.join() !== again[index]?.join());
      return place < 0 ? undefined : `sample ${indices[place] ?? NaN} differs`;
    }),
  },
  {
    hook: 'readLabels',
    question: 'gives each sample one of its classes',
    fix: 'Write whole numbers from 0 to classes − 1, or let `classes` be null.',
    objection: whereOpen((data) => {
      if (data.classes === null || !data.readLabels) return undefined;
      const { classes } = data;
      const labels = new Int32Array(someIndices(data).length).fill(-1);
      data.readLabels(someIndices(data), labels);
      const wrong = labels.find((label) => label < 0 || label >= classes);
      return wrong === undefined ? undefined : `${wrong} is none of ${classes} classes`;
    }),
  },
  {
    hook: 'encode',
    question: 'writes the same file of samples after its recipe was kept as JSON',
    fix: 'Give `recipe` numbers, strings, lists and plain objects only, and let `encode` use nothing else.',
    objection: whereOpen((data, { entry, config }) => {
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
