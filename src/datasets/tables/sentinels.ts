/** Numbers and dates that stand for missing ones. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { listText } from '../shared/listText.js';
import { writerOf } from './column.js';
import { rowsText } from './columnValues.js';
import { formOf } from './formOf.js';
import type { ReadColumn } from './readColumn.js';

/** Rows in which a number stands at least to be a mark; a date of these is hardly one by accident. */
const minRows = 2;
/** Parts of the range of all other values that a mark lies away from them. */
const far = 1;
/** The same for a date in several rows. */
const farDate = 0.25;

const markNumber = /^-?9{2,}(?:\.\d+)?$|^(?:-32768|32767|65535|-2147483648|2147483647)$/;
const markDate =
  /^(?:0001-01-01|1753-01-01|1800-01-01|1899-12-3[01]|19[07]0-01-01|2099-12-31|2999-\d\d-\d\d|9999-12-31)/;

/** Warning of round values in several rows, far outside the others. */
export function sentinelWarning(column: ReadColumn): readonly DatasetWarning[] {
  if (column.kind === 'categorical') return [];
  const isMark = column.kind === 'date' ? isDateMark : isNumberMark;
  const known = [...new Set(column.values)].filter((value) => !Number.isNaN(value));
  const others = known.filter((value) => !isMark(value));
  const [min, max] = boundsOf(others);
  const isDate = column.kind === 'date';
  const rows = known.filter(isMark).flatMap((value) => {
    const away = Math.max(value - max, min - value) / (max - min);
    const found = rowsOf(column.values, value);
    const isAlone = found.length < minRows;
    return away > (isDate && !isAlone ? farDate : far) && (isDate || !isAlone) ? [found] : [];
  });
  if (rows.length === 0 || others.length < 2) return [];
  return [warningOf(column, rows.flat(), others)];
}

function warningOf(
  column: ReadColumn,
  rows: readonly number[],
  others: readonly number[],
): DatasetWarning {
  const { source, values } = column;
  const marks = [...new Set(rows.map((row) => source.fields[row] ?? ''))].map((mark) =>
    JSON.stringify(mark),
  );
  const usual = new Set(others);
  const kept = Array.from(values.keys()).filter((row) => usual.has(values[row] ?? NaN));
  const { form } = formOf(column, kept);
  const write = 'categories' in form ? String : writerOf(form);
  const [min, max] = boundsOf(others);
  return {
    code: 'GAN427',
    message: `${source.file}: column "${source.name}" has ${listText(marks)} in ${rowsText(rows.length, source)}, far outside the others (${write(min)} to ${write(max)}), as marks of missing values are`,
    hint: `If so, set "missingMarks" to [${marks.join(', ')}], and "missing" to what is done with these rows.`,
  };
}

function isNumberMark(value: number): boolean {
  return markNumber.test(String(value));
}

function isDateMark(seconds: number): boolean {
  const date = new Date(1000 * seconds);
  return !Number.isNaN(date.getTime()) && markDate.test(date.toISOString());
}

function rowsOf(values: Float64Array, value: number): readonly number[] {
  return Array.from(values.keys()).filter((row) => values[row] === value);
}

function boundsOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
