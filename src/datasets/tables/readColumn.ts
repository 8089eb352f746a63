/** Columns of a table as numbers, with what is missing. */
import { dataError } from '../shared/dataFile.js';
import type { ColumnDraft } from './columnKind.js';
import { presentFields, type ColumnValues } from './columnValues.js';
import type { DateColumn } from './dateColumn.js';
import { mayBeginWithYear } from './dateForms.js';
import type { DateFormat } from './dates.js';
import { numberColumn, type NumberColumn } from './numberColumn.js';
import { isCurrency, type Decimal, type NumberFormat } from './numbers.js';

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

/** Ways to read what several ways could. */
export interface ReadingOptions {
  /** Null to find it out. */
  readonly decimal: Decimal | null;
  /** True if the day stands before the month in `1/2/2020`; null to find it out. */
  readonly dayFirst: boolean | null;
}

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
      refuseOthers(source, values, 'number', format.prefix + format.suffix !== '');
      return { source, kind: 'numeric', format, values: spread(values) };
    }
    case 'date': {
      const { format, values } = datesOf(source, draft, options.dayFirst);
      refuseOthers(source, values, 'date', false);
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

function numbersOf(
  source: ColumnValues,
  { numbers, decimal }: Extract<ColumnDraft, { kind: 'numeric' }>,
  asked: Decimal | null,
): NumberColumn {
  if (asked !== null && asked !== numbers.format.decimal) {
    return numberColumn(presentFields(source), asked);
  }
  const { ambiguous } = decimal;
  if (asked !== null || ambiguous === undefined || isCertain(ambiguous, numbers.format)) {
    return numbers;
  }
  const sign = ambiguous.includes(',') ? ',' : '.';
  const affected = source.fields.filter((field) => field.includes(sign)).length;
  const [name, other] = sign === ',' ? ['comma', '.'] : ['point', ','];
  throw dataError(
    'GAN413',
    `${placeOf(source, ambiguous)}: ${JSON.stringify(ambiguous)} in column "${source.name}" has thousands or decimals after its ${name} (${rowsText(affected, source)})`,
    `Set "decimal" to "${other}" for thousands, to "${sign}" for decimals.`,
  );
}

/**
 * True for a field whose sign before three digits has one meaning nearly everywhere: a point stands before decimals, a
 * comma, beside dollars or pounds, before thousands. Sums in other currencies are written either way.
 */
function isCertain(field: string, { prefix, suffix }: NumberFormat): boolean {
  const affix = (prefix + suffix).trim();
  if (field.includes(',')) return /^(?:[$£]|US\$|USD|GBP)$/.test(affix);
  return affix === '' || !isCurrency(affix);
}

function datesOf(
  source: ColumnValues,
  { dayFirst, monthFirst }: Extract<ColumnDraft, { kind: 'date' }>,
  asked: boolean | null,
): DateColumn {
  if (asked !== null) return asked ? dayFirst : monthFirst;
  refuseYearFirst(source, dayFirst);
  if (dayFirst.count !== monthFirst.count) {
    return dayFirst.count > monthFirst.count ? dayFirst : monthFirst;
  }
  const place = dayFirst.values.findIndex((value, i) => value !== monthFirst.values[i]);
  const field = presentFields(source)[place];
  if (field === undefined || Number.isNaN(dayFirst.values[place])) return dayFirst;
  throw dataError(
    'GAN413',
    `${placeOf(source, field)}: ${JSON.stringify(field)} in column "${source.name}" may begin with its day or its month (${rowsText(dayFirst.count, source)})`,
    'Set "dayFirst" to true or to false.',
  );
}

/** Refuses dates such as `20/12/31`, whose year of two digits may stand first or last. */
function refuseYearFirst(source: ColumnValues, { format, count }: DateColumn): void {
  const isNumeric = format.shortYear && format.month === 'digits' && format.separator !== '.';
  const fields = presentFields(source);
  if (!isNumeric || !fields.every(mayBeginWithYear)) return;
  const [field = ''] = fields;
  throw dataError(
    'GAN413',
    `${placeOf(source, field)}: ${JSON.stringify(field)} in column "${source.name}" may begin or end with its year (${rowsText(count, source)})`,
    'Set "dayFirst" to true or to false if the year is last, or write years with four digits.',
  );
}

/** Refuses a column of which only some values are of its kind. */
function refuseOthers(
  source: ColumnValues,
  values: Float64Array,
  kind: 'number' | 'date',
  hasUnit: boolean,
): void {
  const wrong = values.findIndex((value) => Number.isNaN(value));
  if (wrong < 0) return;
  const { fields, present, name } = source;
  const count = values.filter(Number.isNaN).length;
  const field = fields[present[wrong] ?? 0] ?? '';
  const good = values.findIndex((value) => !Number.isNaN(value));
  const like =
    hasUnit && good >= 0 ? ` written like ${JSON.stringify(fields[present[good] ?? 0])}` : '';
  throw dataError(
    'GAN413',
    `${placeOf(source, field)}: ${JSON.stringify(field)} in column "${name}" is no ${kind}${like} (${rowsText(count, source)})`,
    `Correct these values, or leave the column out with "exclude": ["${name}"], or make its ${new Set(presentFields(source)).size} values categories with "categorical": ["${name}"].`,
  );
}

/** File and line of the first row with this field. */
function placeOf({ file, fields, lines }: ColumnValues, field: string): string {
  return `${file}:${lines[fields.indexOf(field)] ?? 0}`;
}

function rowsText(count: number, { fields }: ColumnValues): string {
  return `${count} of ${fields.length} rows`;
}
