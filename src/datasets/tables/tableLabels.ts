/** The column of a table with the classes of its rows. */
import type { SampleClass } from '../../entries/dataset.js';
import { classesOf } from '../shared/classes.js';
import type { ColumnValues } from './columnValues.js';
import { categoriesOf, type FormedColumn } from './formOf.js';
import type { TableOptions } from './tableOptions.js';

export interface TableLabels {
  readonly name: string;
  /** Number of columns of a sample that stand before it in the file; all of them where the user gave their order. */
  readonly place: number;
  /** Class of each sample. */
  readonly data: Int32Array;
  readonly classes: readonly SampleClass[];
}

/** @param rows Kept rows, by index. */
export function labelsOf(
  source: ColumnValues,
  rows: readonly number[],
): Omit<TableLabels, 'place'> {
  const { file, name } = source;
  const fields = rows.map((row) => source.fields[row] ?? '');
  const { list, indices } = classesOf(fields, { all: categoriesOf(file, name, fields) });
  const data = Int32Array.from(fields, (field) => indices.get(field) ?? 0);
  return { name, data, classes: list };
}

/** The place of the label among the columns of a sample. @param names Of all columns of the file. */
export function labelPlace(
  formed: readonly FormedColumn[],
  names: readonly string[],
  { columns, label }: TableOptions,
): number {
  if (columns !== null || label === null) return formed.length;
  const place = names.indexOf(label);
  return formed.filter(({ form }) => names.indexOf(form.name) < place).length;
}
