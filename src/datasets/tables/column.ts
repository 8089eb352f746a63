/** Encoding of table columns as numbers of a sample, and decoding. */
import { unitOf, writeDate, type DateFormat } from './dates.js';
import { writeNumber, type NumberFormat } from './numbers.js';

/** Properties of a column that determine its encoding, as plain JSON. */
export type ColumnForm = NumericForm | DateForm | CategoricalForm;

/** Properties of a column whose values lie on a scale. */
interface ScaledForm {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Spelling of a missing value, which a number of its own tells apart; absent where no value is missing. */
  readonly missing?: string;
}

export interface NumericForm extends ScaledForm {
  /** True if all values are integers. */
  readonly whole: boolean;
  /** Absent for plain decimal numbers. */
  readonly format?: NumberFormat;
}

/** A column of dates, in seconds as of `readDate`. */
export interface DateForm extends ScaledForm {
  readonly date: DateFormat;
}

export interface CategoricalForm {
  readonly name: string;
  readonly categories: readonly string[];
}

/** Encoder and decoder of a column. */
export interface Column {
  /** Number of values of a sample that the column occupies. */
  readonly width: number;
  /**
   * Encodes a value: the number of a scaled column, NaN for a missing one; the index of a category.
   * @param at Index in `out`, which has zeros, of the first number.
   */
  readonly encode: (value: number, out: Float32Array, at: number) => void;
  /** Decodes numbers to a field. */
  readonly decode: (numbers: Float32Array) => string;
}

/** Number of values that float32 distinguishes everywhere in [-1, 1]: numbers just below 1 lie 2⁻²⁴ apart. */
const levels = 2 ** 25;
/** Maximal number of decimals of `toFixed`. */
const maxDecimals = 100;

/** Encoder and decoder of a column of this form. */
export function columnOf(form: ColumnForm): Column {
  if ('categories' in form) return categoricalColumn(form);
  const scaled = scaledColumn(form, writerOf(form));
  return form.missing === undefined ? scaled : withIndicator(scaled, form.missing);
}

/** Writer of the values of a column, also of its bounds. */
export function writerOf(form: NumericForm | DateForm): (value: number) => string {
  if ('date' in form) {
    const unit = unitOf(form.date);
    return (value) => writeDate(Math.round(value / unit) * unit, form.date);
  }
  const { format, whole, min, max } = form;
  if (format) return (value) => writeNumber(value, format);
  const decimals = whole ? 0 : decimalsOf(max / 2 - min / 2);
  return (value) => String(decimals > maxDecimals ? value : Number(value.toFixed(decimals)));
}

/** The decimals that float32 can distinguish in a range: at most 2²⁵ distinct numbers. */
function decimalsOf(halfRange: number): number {
  return Math.max(0, Math.floor(Math.log10(levels / halfRange / 2)));
}

/**
 * Column scaled from [min, max] to [-1, 1].
 *
 *   v ↦ 2·(v − min)/(max − min) − 1, or 0 if all values are equal
 *
 * Numbers without a format are rounded to integers if all values are integers, else to the decimals that float32 can
 * distinguish; others to the decimals that occur, dates to their smallest part.
 */
function scaledColumn({ min, max }: ScaledForm, write: (value: number) => string): Column {
  // Half the range, because the difference of two large numbers may overflow.
  const halfRange = max / 2 - min / 2;
  return {
    width: 1,
    encode(value, out, at) {
      out[at] = halfRange === 0 ? 0 : 2 * ((value / 2 - min / 2) / halfRange) - 1;
    },
    decode([number = 0]) {
      const half = ((number + 1) / 2) * halfRange;
      return write(min + half + half);
    },
  };
}

/** A column with a number more: 1 where the value is missing, which is 0 then, and -1 elsewhere. */
function withIndicator({ width, encode, decode }: Column, missing: string): Column {
  return {
    width: width + 1,
    encode(value, out, at) {
      const isMissing = Number.isNaN(value);
      if (!isMissing) encode(value, out, at);
      out[at + width] = isMissing ? 1 : -1;
    },
    decode: (numbers) => ((numbers[width] ?? 0) > 0 ? missing : decode(numbers.subarray(0, width))),
  };
}

/** Categorical column, one-hot encoded; decoded to the category with the largest number. */
function categoricalColumn({ categories }: CategoricalForm): Column {
  return {
    width: categories.length,
    encode(index, out, at) {
      out[at + index] = 1;
    },
    decode: (numbers) => categories[argMax(numbers)] ?? '',
  };
}

/** Index of the largest number, the first of ties. */
export function argMax(numbers: Float32Array): number {
  return numbers.reduce((best, number, i) => (number > (numbers[best] ?? 0) ? i : best), 0);
}
