/** Treatment of rows with missing values. */
import { counted } from '../../diagnostics/counted.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import { dataError } from '../shared/dataFile.js';
import { listText } from '../shared/listText.js';
import type { ColumnValues } from './columnValues.js';
import { mostFrequent } from './mostFrequent.js';
import type { ReadColumn } from './readColumn.js';

/** Ways to treat missing values: their rows are left out, they are filled, or a number of their own tells them. */
export type MissingValues = 'leaveOut' | 'mean' | 'median' | 'mode' | 'indicator';

export interface CompletedRows {
  /** Columns of which none misses a value in the kept rows, but for those with an indicator. */
  readonly columns: readonly ReadColumn[];
  /** Kept rows, by index. */
  readonly rows: readonly number[];
  readonly warnings: readonly DatasetWarning[];
}

/**
 * Treats missing values. A word that is missing is a category of its own unless it is filled or its row left out; a row
 * without a class is left out.
 * @param label The column of the classes; null for none.
 * @param way Null to refuse missing numbers, dates and classes.
 * @throws GanspecError GAN426
 */
export function treatMissing(
  { file, count }: { readonly file: string; readonly count: number },
  columns: readonly ReadColumn[],
  label: ColumnValues | null,
  way: MissingValues | null,
): CompletedRows {
  if (way === null) refuseMissing(file, columns, label, count);
  const required = [
    ...(label ? [label] : []),
    ...(way === 'leaveOut' ? columns.map(({ source }) => source) : []),
  ];
  const rows = rowsWithout(required, count);
  if (rows.length === 0) {
    throw dataError(
      'GAN426',
      `${file}: no row is left: ${columnsText(required, count)}`,
      'Leave these columns out with "exclude", or fill what is missing with another "missing".',
    );
  }
  const left = rows.length < count ? [leftOut(file, required, count, rows.length)] : [];
  const treated = columns.map((column) => treat(column, rows, way));
  return {
    columns: treated.map(({ column }) => column),
    rows,
    warnings: [
      ...left,
      ...treated.flatMap(({ note }) => (note === undefined ? [] : [warning(`${file}: ${note}`)])),
    ],
  };
}

function refuseMissing(
  file: string,
  columns: readonly ReadColumn[],
  label: ColumnValues | null,
  count: number,
): void {
  const scaled = columns.filter(({ kind }) => kind !== 'categorical').map(({ source }) => source);
  const lacking = [...scaled, ...(label ? [label] : [])].filter(isLacking);
  const [first] = lacking;
  if (!first) return;
  const row = first.present.findIndex((present, index) => present !== index);
  throw dataError(
    'GAN426',
    `${file}: ${columnsText(lacking, count)}, first in line ${first.lines[row < 0 ? first.present.length : row] ?? 0}`,
    scaled.some(isLacking)
      ? 'Set "missing" to "leaveOut" to leave these rows out, to "mean", "median" or "mode" to fill them, or to "indicator" for a number of their own that tells them.'
      : 'Set "missing" to "leaveOut" to leave out the rows without a class, or give them one.',
  );
}

function isLacking({ fields, present }: ColumnValues): boolean {
  return present.length < fields.length;
}

/** `"a" is missing in 3, "b" in 1 of 40 rows`. */
function columnsText(columns: readonly ColumnValues[], count: number): string {
  const parts = columns
    .filter(isLacking)
    .map(
      ({ name, present }, i) =>
        `${JSON.stringify(name)} ${i === 0 ? 'is missing ' : ''}in ${count - present.length}`,
    );
  return `${listText(parts)} of ${counted(count, 'row')}`;
}

function rowsWithout(required: readonly ColumnValues[], count: number): readonly number[] {
  const holes = new Uint8Array(count).fill(0);
  for (const { present } of required) for (const row of present) holes[row] = (holes[row] ?? 0) + 1;
  return Array.from({ length: count }, (_, row) => row).filter(
    (row) => holes[row] === required.length,
  );
}

function leftOut(
  file: string,
  required: readonly ColumnValues[],
  count: number,
  kept: number,
): DatasetWarning {
  const rows = counted(count - kept, 'row');
  const are = count - kept === 1 ? 'is' : 'are';
  return warning(`${file}: ${rows} ${are} left out: ${columnsText(required, count)}`);
}

function warning(message: string): DatasetWarning {
  return { code: 'GAN426', message, pointer: '/data/missing' };
}

/** Treats one column, and tells how. */
function treat(
  column: ReadColumn,
  rows: readonly number[],
  way: MissingValues | null,
): { readonly column: ReadColumn; readonly note?: string } {
  const { source, values } = column;
  const lacking = rows.filter((row) => Number.isNaN(values[row]));
  if (lacking.length === 0) return { column };
  const where = `${JSON.stringify(source.name)} is missing in ${lacking.length} of ${counted(source.fields.length, 'row')}`;
  const isWord = column.kind === 'categorical';
  if (isWord && (way === null || way === 'indicator')) {
    const words = [...column.words, source.missingText ?? ''];
    const note = `${where}, which is a category of its own, ${JSON.stringify(source.missingText)}`;
    return {
      column: { ...column, words, values: filled(values, lacking, words.length - 1) },
      note,
    };
  }
  if (way === 'indicator') return { column, note: `${where}, which a number of its own tells` };
  const used = isWord ? 'mode' : way;
  const fill = centre(
    values.filter((value) => !Number.isNaN(value)),
    used === 'mean' || used === 'median' ? used : 'mode',
  );
  const inWords = isWord ? JSON.stringify(column.words[fill]) : undefined;
  return {
    column: { ...column, values: filled(values, lacking, fill) },
    note: `${where}, filled with the ${used ?? 'mode'}${inWords === undefined ? '' : ` ${inWords}`}`,
  };
}

function filled(values: Float64Array, rows: readonly number[], fill: number): Float64Array {
  const copy = values.slice();
  for (const row of rows) copy[row] = fill;
  return copy;
}

/** Mean, median or most frequent value of at least one number. */
function centre(values: Float64Array, way: 'mean' | 'median' | 'mode'): number {
  const { length } = values;
  // Divided first, because the sum of large numbers may overflow.
  if (way === 'mean') return values.reduce((sum, value) => sum + value / length, 0);
  if (way === 'mode') return mostFrequent(values) ?? NaN;
  const sorted = values.toSorted();
  const [low = NaN, high = NaN] = [
    sorted[Math.ceil(length / 2) - 1],
    sorted[Math.floor(length / 2)],
  ];
  return low / 2 + high / 2;
}
