/** Columns of a table as numbers, with what is missing. */
import { dataError } from '../shared/dataFile.js';
import type { ColumnDraft } from './columnKind.js';
import { datesOf, numbersOf, type ReadingOptions } from './chooseReading.js';
import { rowPlace, presentFields, rowsText, type ColumnValues } from './columnValues.js';
import type { DateFormat } from './dates.js';
import type { Decimal, NumberFormat } from './numbers.js';
import { refuseMixedForms } from './mixedForms.js';
import { waysOut } from './waysOut.js';

/** A column with a number for each row; NaN where the value is missing. */
export type ReadColumn = {
  readonly source: ColumnValues;
  readonly values: Float64Array;
} & (
  | { readonly kind: 'numeric'; readonly format: NumberFormat }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | {
      readonly kind: 'categorical';
      /** The words by their numbers. */
      readonly words: readonly string[];
    }
);

/** Reads a column of a known kind. @throws GanspecError GAN413 for values of another kind, and for ambiguous ones. */
export function readColumn(
  source: ColumnValues,
  draft: ColumnDraft,
  options: ReadingOptions,
): ReadColumn {
  const spread = (found: Float64Array): Float64Array => {
    if (found.length === source.fields.length) return found;
    const values = new Float64Array(source.fields.length).fill(NaN);
    source.present.forEach((row, i) => (values[row] = found[i] ?? NaN));
    return values;
  };
  switch (draft.kind) {
    case 'numeric': {
      const { format, values } = numbersOf(source, draft, options.decimal);
      const hasUnit = format.prefix + format.suffix !== '';
      const { numbers } = draft;
      const isBetter = numbers.count > values.filter((value) => !Number.isNaN(value)).length;
      const other = isBetter ? numbers.format.decimal : undefined;
      refuseOthers(source, values, 'number', { hasUnit, other });
      return { source, kind: 'numeric', format, values: spread(values) };
    }
    case 'date': {
      const { format, values } = datesOf(source, draft, options.dayFirst);
      refuseOthers(source, values, 'date', {});
      return { source, kind: 'date', format, values: spread(values) };
    }
    case 'categorical': {
      const fields = presentFields(source);
      const words = [...new Set(fields)];
      const places = new Map(words.map((word, index) => [word, index]));
      const values = spread(Float64Array.from(fields, (field) => places.get(field) ?? NaN));
      return { source, kind: 'categorical', words, values };
    }
  }
}

/**
 * Refuses a column of which only some values are of its kind.
 * @param other Decimal sign with which more of the values are numbers.
 */
function refuseOthers(
  source: ColumnValues,
  values: Float64Array,
  kind: 'number' | 'date',
  { hasUnit = false, other }: { readonly hasUnit?: boolean; readonly other?: Decimal | undefined },
): void {
  const fields = presentFields(source);
  const wrong = fields.filter((_, i) => Number.isNaN(values[i]));
  const [field] = wrong;
  if (field === undefined) return;
  const good = fields.find((_, i) => !Number.isNaN(values[i]));
  if (kind === 'number' && other === undefined && good !== undefined) {
    refuseMixedForms(source, good, wrong);
  }
  const like = hasUnit && good !== undefined ? ` written like ${JSON.stringify(good)}` : '';
  throw dataError(
    'GAN413',
    `${rowPlace(source, field)}: ${JSON.stringify(field)} in column "${source.name}" is no ${kind}${like} (${rowsText(wrong.length, source)})`,
    other ? waysOut(source, `Set "decimal" to "${other}"`, wrong) : adviceOn(source, values, wrong),
  );
}

/** Advice on values of another kind, which in the first row alone are hardly values. @param values NaN for those. */
function adviceOn(source: ColumnValues, values: Float64Array, wrong: readonly string[]): string {
  const { lines, present } = source;
  const [line = 0] = lines;
  const isFirst = present[0] === 0 && Number.isNaN(values[0]);
  const isRow = isFirst && wrong.length === 1 && values.length > 2;
  if (isRow && line === 1) return 'Set "header" to true if line 1 has the names of the columns.';
  if (!isRow || /\d/.test(wrong[0] ?? '')) return waysOut(source, 'Correct these values', wrong);
  const first = `Correct this value, or remove a line up to ${line} that is no part of the table, such as a title or units`;
  return waysOut(source, first, wrong, { categories: false });
}
