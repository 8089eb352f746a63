/** Fields of one column of a table. */
import { dataError } from '../shared/dataFile.js';
import { isMissing } from './missing.js';
import { mostFrequent } from './mostFrequent.js';
import type { TableBody } from './readBody.js';

export interface ColumnValues {
  readonly file: string;
  readonly name: string;
  /** One for each row. */
  readonly fields: readonly string[];
  /** Line of each row in the file. */
  readonly lines: readonly number[];
  /** Rows that have a value, by index. */
  readonly present: readonly number[];
  /** The most frequent spelling of a missing value; undefined where none is missing. */
  readonly missingText: string | undefined;
}

/** Sorts the fields of a column into values and missing ones. */
function columnValues(
  column: Pick<ColumnValues, 'file' | 'name' | 'fields' | 'lines'>,
): ColumnValues {
  const present: number[] = [];
  const missing: string[] = [];
  column.fields.forEach((field, row) => {
    if (isMissing(field)) missing.push(field);
    else present.push(row);
  });
  return { ...column, present, missingText: mostFrequent(missing) };
}

/** The values that are there. */
export function presentFields({ fields, present }: ColumnValues): readonly string[] {
  if (present.length === fields.length) return fields;
  return present.map((row) => fields[row] ?? '');
}

/** Finds the values of a column by its name. @throws GanspecError GAN413 for a column that is not there */
export function columnFinder(
  file: string,
  { names, rows }: TableBody,
): (name: string) => ColumnValues {
  const places = new Map(names.map((name, index) => [name, index]));
  const lines = rows.map(({ line }) => line);
  return (name) => {
    const index = places.get(name);
    if (index === undefined) throw unknownColumn(file, name, names);
    const fields = rows.map((row) => row.fields[index] ?? '');
    return columnValues({ file, name, fields, lines });
  };
}

function unknownColumn(file: string, name: string, names: readonly string[]): Error {
  const columns = names.map((column) => `"${column}"`).join(', ');
  return dataError(
    'GAN413',
    `${file}: has no column "${name}"`,
    `Its columns are ${columns}; are "separator" and "header" right?`,
  );
}
