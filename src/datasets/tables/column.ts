/** A column of a table, as numbers and back. */
import { dataError } from '../shared/dataFile.js';
import { isNumber } from './isNumber.js';

/** What must be known of a column to turn its values into numbers and back: plain JSON. */
export type ColumnForm = NumericForm | CategoricalForm;

export interface NumericForm {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Whether all values are whole numbers. */
  readonly whole: boolean;
}

export interface CategoricalForm {
  readonly name: string;
  readonly categories: readonly string[];
}

/** How the values of a column become numbers of a sample. */
export interface Column {
  /** Numbers of a sample that it takes. */
  readonly width: number;
  /** Writes the numbers of one value. */
  readonly encode: (value: string, out: Float32Array) => void;
  /** The value that some numbers stand for. */
  readonly decode: (numbers: Float32Array) => string;
}

/** Values of a column with the lines they stand in. */
export interface ColumnValues {
  readonly file: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly lines: readonly number[];
}

/** Places of [-1, 1] that float32 tells apart everywhere: numbers just below 1 lie 2⁻²⁴ apart. */
const places = 2 ** 25;
/** JavaScript rounds to no more. */
const mostDecimals = 100;

/** Beyond these, a column holds names or measurements rather than categories. */
const mostCategories = 1000;

/** A column of numbers. @throws GanspecError GAN413 with file and line for a value that is no number. */
export function numericForm({ file, name, values, lines }: ColumnValues): NumericForm {
  const wrong = values.findIndex((value) => !isNumber(value));
  if (wrong >= 0) {
    const mend = values[wrong]?.includes(',') ? 'Write a decimal point' : 'Mend the line';
    throw dataError(
      'GAN413',
      `${file}:${lines[wrong] ?? 0}: ${JSON.stringify(values[wrong])} in column "${name}" is no number`,
      `${mend}, or give "categorical" the list of the columns that hold words, "${name}" among them.`,
    );
  }
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    const number = Number(value);
    min = Math.min(min, number);
    max = Math.max(max, number);
    whole &&= Number.isInteger(number);
  }
  return { name, min, max, whole };
}

/** A column of words. @throws GanspecError GAN413 beyond a thousand. */
export function categoricalForm(values: ColumnValues): CategoricalForm {
  return { name: values.name, categories: categoriesOf(values) };
}

/** The column of a form. */
export function columnOf(form: ColumnForm): Column {
  return 'categories' in form ? categoricalColumn(form) : numericColumn(form);
}

/**
 * A number between the least and the greatest of its column.
 *
 *   v ↦ 2·(v − min)/(max − min) − 1, or 0 where all values are the same
 *
 * Decoding rounds to whole numbers where all values are, else to the decimals that float32 tells apart: as many as
 * leave no more than 2²⁵ numbers between min and max, wherever these lie.
 */
function numericColumn({ min, max, whole }: NumericForm): Column {
  // Half of it, because the difference of two large numbers may be infinite.
  const spread = max / 2 - min / 2;
  const decimals = whole ? 0 : decimalsOf(spread);
  return {
    width: 1,
    encode(value, out) {
      out[0] = spread === 0 ? 0 : 2 * ((Number(value) / 2 - min / 2) / spread) - 1;
    },
    decode([number = 0]) {
      const half = ((number + 1) / 2) * spread;
      const value = min + half + half;
      return String(decimals > mostDecimals ? value : Number(value.toFixed(decimals)));
    },
  };
}

function decimalsOf(spread: number): number {
  return Math.max(0, Math.floor(Math.log10(places / spread / 2)));
}

/**
 * The different values of a column in the order of their characters, or of their size where all are numbers.
 * @throws GanspecError GAN413 beyond a thousand.
 */
export function categoriesOf({ file, name, values }: ColumnValues): readonly string[] {
  const categories = [...new Set(values)].sort();
  if (categories.every(isNumber)) categories.sort((a, b) => Number(a) - Number(b));
  if (categories.length <= mostCategories) return categories;
  throw dataError(
    'GAN413',
    `${file}: column "${name}" has ${categories.length} different values, over ${mostCategories} categories`,
    'Leave the column out with "columns", or divide its values into fewer.',
  );
}

/** A word: one number for each category, 1 for its own and 0 for the others. */
function categoricalColumn({ categories }: CategoricalForm): Column {
  const places = new Map(categories.map((category, place) => [category, place]));
  return {
    width: categories.length,
    encode(value, out) {
      out.fill(0);
      out[places.get(value) ?? 0] = 1;
    },
    decode: (numbers) => categories[argMax(numbers)] ?? '',
  };
}

/** The place of the largest number, the first of equal ones. */
export function argMax(numbers: Float32Array): number {
  return numbers.reduce((best, number, i) => (number > (numbers[best] ?? 0) ? i : best), 0);
}
