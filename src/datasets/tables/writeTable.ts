/** Samples as the text of a table with the columns of the training data. */
import { checkRecipe } from '../shared/checkRecipe.js';
import { columnOf, type ColumnForm } from './column.js';
import type { Table } from './readTable.js';

/** Facts about a table that its samples are written by: plain JSON. */
export interface TableRecipe {
  readonly columns: readonly ColumnForm[];
  /** True if a header row is written. */
  readonly header: boolean;
  /** The column of the classes, which stands before the column at a place; absent without one. */
  readonly label?: {
    readonly name: string;
    readonly classes: readonly string[];
    readonly place: number;
  };
}

export function tableRecipe({ columns, header, labels }: Table): TableRecipe {
  if (!labels) return { columns, header };
  const { name, classes, place } = labels;
  return { columns, header, label: { name, classes: classes.map((each) => each.name), place } };
}

/** The fields of samples, and the names of the columns. @param labels As of `writeTable`. */
export function tableRows(
  samples: Float32Array,
  { columns, label }: TableRecipe,
  labels?: Int32Array,
): { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const decoders = columns.map(columnOf);
  const width = decoders.reduce((sum, decoder) => sum + decoder.width, 0);
  checkRecipe(samples.length, width);
  const withLabel = (fields: readonly string[], field: string): readonly string[] =>
    label && labels ? fields.toSpliced(label.place, 0, field) : fields;
  const rows = Array.from({ length: samples.length / width }, (_, row) => {
    let at = row * width;
    const values = decoders.map((decoder) => {
      at += decoder.width;
      return decoder.decode(samples.subarray(at - decoder.width, at));
    });
    return withLabel(values, label?.classes[labels?.[row] ?? 0] ?? '');
  });
  const names = columns.map(({ name }) => name);
  return { names: withLabel(names, label?.name ?? ''), rows };
}

/** @param labels Class of each sample; absent for samples without a class. */
export function writeTable(
  samples: Float32Array,
  separator: string,
  recipe: TableRecipe,
  labels?: Int32Array,
): string {
  const { names, rows } = tableRows(samples, recipe, labels);
  const lines = (recipe.header ? [names, ...rows] : rows).map((fields) =>
    fields.map((field) => quoted(field, separator)).join(separator),
  );
  return `${lines.join('\n')}\n`;
}

function quoted(field: string, separator: string): string {
  // Between blanks, an empty field would be none.
  const needsQuotes =
    field === '' ? separator === ' ' : field.includes(separator) || /["\r\n]/.test(field);
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}
