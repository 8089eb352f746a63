/** Fields of one column of a table. */
import { counted } from '../../diagnostics/counted.js';
import { isMissing } from './missing.js';
import { mostFrequent } from './mostFrequent.js';

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

/** Sorts the fields of a column into values and missing ones. @param marks Spellings of a missing value beside the usual ones. */
export function columnValues(
  column: Pick<ColumnValues, 'file' | 'name' | 'fields' | 'lines'>,
  marks: ReadonlySet<string>,
): ColumnValues {
  const present: number[] = [];
  const missing: string[] = [];
  column.fields.forEach((field, row) => {
    if (isMissing(field) || marks.has(field)) missing.push(field);
    else present.push(row);
  });
  return { ...column, present, missingText: mostFrequent(missing) };
}

/** The values that are there. */
export function presentFields({ fields, present }: ColumnValues): readonly string[] {
  if (present.length === fields.length) return fields;
  return present.map((row) => fields[row] ?? '');
}

/** File and line of the first row with this field. */
export function rowPlace({ file, fields, lines }: ColumnValues, field: string): string {
  return `${file}:${lines[fields.indexOf(field)] ?? 0}`;
}

/** As in `3 of 40 rows`. */
export function rowsText(count: number, { fields }: ColumnValues): string {
  return `${count} of ${counted(fields.length, 'row')}`;
}
