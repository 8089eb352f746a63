/** Columns of a table by their names. */
import { dataError } from '../shared/dataFile.js';
import { columnValues, type ColumnValues } from './columnValues.js';
import type { TableBody } from './readBody.js';

/** Finds the values of a column by its name. @param missingMarks As of `columnValues`. @throws GanspecError GAN413 for a column that is not there */
export function columnFinder(
  file: string,
  { names, rows }: TableBody,
  missingMarks: readonly string[],
): (name: string) => ColumnValues {
  const places = new Map(names.map((name, index) => [name, index]));
  const marks = new Set(missingMarks);
  const lines = rows.map(({ line }) => line);
  return (name) => {
    const index = places.get(name);
    if (index === undefined) throw unknownColumn(file, name, names);
    const fields = rows.map((row) => row.fields[index] ?? '');
    return columnValues({ file, name, fields, lines }, marks);
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
