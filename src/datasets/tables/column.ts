/** Encoding of table columns as numbers, and decoding. */
import { dataError } from '../shared/dataFile.js';
import { naturalOrder } from '../shared/naturalOrder.js';
import { isNumeric } from './numeric.js';

/** Properties of a column that determine its encoding, as plain JSON. */
export type ColumnForm = NumericForm | CategoricalForm;

export interface NumericForm {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** True if all values are integers. */
  readonly whole: boolean;
}

export interface CategoricalForm {
  readonly name: string;
  readonly categories: readonly string[];
}

/** Encoder and decoder of a column. */
export interface Column {
  /** Number of values of a sample that the column occupies. */
  readonly width: number;
  /** Encodes a field as numbers. */
  readonly encode: (value: string, out: Float32Array) => void;
  /** Decodes numbers to a field. */
  readonly decode: (numbers: Float32Array) => string;
}

/** Fields of a column with their line numbers. */
export interface ColumnValues {
  readonly file: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly lines: readonly number[];
}

/** Number of values that float32 distinguishes everywhere in [-1, 1]: numbers just below 1 lie 2⁻²⁴ apart. */
const levels = 2 ** 25;
/** Maximal number of decimals of `toFixed`. */
const maxDecimals = 100;

/** Maximal number of categories; columns with more are taken for names or measurements. */
const maxCategories = 1000;

/** Form of a numeric column. @throws GanspecError GAN413 with file and line for a field that is not a number. */
export function numericForm({ file, name, values, lines }: ColumnValues): NumericForm {
  const wrong = values.findIndex((value) => !isNumeric(value));
  if (wrong >= 0) {
    const fix = values[wrong]?.includes(',') ? 'Write a decimal point' : 'Mend the line';
    throw dataError(
      'GAN413',
      `${file}:${lines[wrong] ?? 0}: ${JSON.stringify(values[wrong])} in column "${name}" is no number`,
      `${fix}, or give "categorical" the list of the columns that hold words, "${name}" among them.`,
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

/** Form of a categorical column. @throws GanspecError GAN413 beyond 1000 categories. */
export function categoricalForm(values: ColumnValues): CategoricalForm {
  return { name: values.name, categories: categoriesOf(values) };
}

/** Encoder and decoder of a column of this form. */
export function columnOf(form: ColumnForm): Column {
  return 'categories' in form ? categoricalColumn(form) : numericColumn(form);
}

/**
 * Numeric column, scaled from [min, max] to [-1, 1].
 *
 *   v ↦ 2·(v − min)/(max − min) − 1, or 0 if all values are equal
 *
 * Decoding rounds to integers if all values are integers, else to the decimals that float32 can distinguish: at most 2²⁵
 * distinct numbers between min and max.
 */
function numericColumn({ min, max, whole }: NumericForm): Column {
  // Half the range, because the difference of two large numbers may overflow.
  const halfRange = max / 2 - min / 2;
  const decimals = whole ? 0 : decimalsOf(halfRange);
  return {
    width: 1,
    encode(value, out) {
      out[0] = halfRange === 0 ? 0 : 2 * ((Number(value) / 2 - min / 2) / halfRange) - 1;
    },
    decode([number = 0]) {
      const half = ((number + 1) / 2) * halfRange;
      const value = min + half + half;
      return String(decimals > maxDecimals ? value : Number(value.toFixed(decimals)));
    },
  };
}

function decimalsOf(halfRange: number): number {
  return Math.max(0, Math.floor(Math.log10(levels / halfRange / 2)));
}

/**
 * Distinct values of a column in natural order, or in numerical order if all are numbers.
 * @throws GanspecError GAN413 beyond 1000 values.
 */
export function categoriesOf({ file, name, values }: ColumnValues): readonly string[] {
  const categories = [...new Set(values)].sort(naturalOrder);
  if (categories.every(isNumeric)) categories.sort((a, b) => Number(a) - Number(b));
  if (categories.length <= maxCategories) return categories;
  throw dataError(
    'GAN413',
    `${file}: column "${name}" has ${categories.length} different values, over ${maxCategories} categories`,
    'Leave the column out with "columns", or divide its values into fewer.',
  );
}

/** Categorical column, one-hot encoded; decoded to the category with the largest number. */
function categoricalColumn({ categories }: CategoricalForm): Column {
  const indices = new Map(categories.map((category, index) => [category, index]));
  return {
    width: categories.length,
    encode(value, out) {
      out.fill(0);
      out[indices.get(value) ?? 0] = 1;
    },
    decode: (numbers) => categories[argMax(numbers)] ?? '',
  };
}

/** Index of the largest number, the first of ties. */
export function argMax(numbers: Float32Array): number {
  return numbers.reduce((best, number, i) => (number > (numbers[best] ?? 0) ? i : best), 0);
}
