/** The form of a column, from the values of the rows that are kept. */
import { dataError } from '../shared/dataFile.js';
import { naturalOrder } from '../shared/naturalOrder.js';
import type { CategoricalForm, ColumnForm } from './column.js';
import { isPlain } from './numberColumn.js';
import { readNumber } from './numbers.js';
import type { ReadColumn } from './readColumn.js';

/** Maximal number of categories; columns with more are taken for names or measurements. */
const maxCategories = 1000;

/** A form and the value of each row for its encoder. */
export interface FormedColumn {
  readonly form: ColumnForm;
  readonly values: Float64Array;
}

/** @param rows Kept rows, by index. @throws GanspecError GAN413 beyond 1000 categories */
export function formOf(column: ReadColumn, rows: readonly number[]): FormedColumn {
  const { name, file, missingText = '' } = column.source;
  const values = keptValues(column, rows);
  if (column.kind === 'categorical') {
    const used = [...new Set(values)].map((index) => column.words[index] ?? '');
    const form: CategoricalForm = { name, categories: categoriesOf(file, name, used) };
    const places = new Map(form.categories.map((category, place) => [category, place]));
    return { form, values: values.map((index) => places.get(column.words[index] ?? '') ?? 0) };
  }
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
    whole &&= Number.isInteger(value);
  }
  const missing = values.some(Number.isNaN) ? { missing: missingText } : {};
  if (column.kind === 'date') {
    return { form: { name, min, max, date: column.format, ...missing }, values };
  }
  const format = isPlain(column.format) ? {} : { format: column.format };
  return { form: { name, min, max, whole, ...format, ...missing }, values };
}

function keptValues({ values }: ReadColumn, rows: readonly number[]): Float64Array {
  if (rows.length === values.length) return values;
  const kept = new Float64Array(rows.length);
  rows.forEach((row, i) => (kept[i] = values[row] ?? NaN));
  return kept;
}

/**
 * Distinct values of a column in natural order, or in numerical order if all are numbers.
 * @throws GanspecError GAN413 beyond 1000 values.
 */
export function categoriesOf(
  file: string,
  name: string,
  values: readonly string[],
): readonly string[] {
  const categories = [...new Set(values)].sort(naturalOrder);
  if (categories.length > maxCategories) {
    throw dataError(
      'GAN413',
      `${file}: column "${name}" has ${categories.length} different values, over ${maxCategories} categories`,
      `Leave the column out with "exclude": ["${name}"], or divide its values into fewer.`,
    );
  }
  const numbers = new Map(categories.map((each) => [each, readNumber(each, '.')?.value]));
  if ([...numbers.values()].includes(undefined)) return categories;
  return categories.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}
