/** The choice among the ways to read numbers and dates that could be read in several. */
import { dataError } from '../shared/dataFile.js';
import type { ColumnDraft } from './columnKind.js';
import { rowPlace, presentFields, rowsText, type ColumnValues } from './columnValues.js';
import type { DateColumn } from './dateColumn.js';
import { mayBeginWithYear } from './dateForms.js';
import { numberColumn, type NumberColumn } from './numberColumn.js';
import { type Decimal, type NumberFormat } from './numbers.js';

/** Ways to read what several ways could. */
export interface ReadingOptions {
  /** Null to find it out. */
  readonly decimal: Decimal | null;
  /** True if the day stands before the month in `1/2/2020`; null to find it out. */
  readonly dayFirst: boolean | null;
}

/** A column read as numbers. @throws GanspecError GAN413 where a sign stands before thousands or decimals. */
export function numbersOf(
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
    `${rowPlace(source, ambiguous)}: ${JSON.stringify(ambiguous)} in column "${source.name}" has thousands or decimals after its ${name} (${rowsText(affected, source)})`,
    `Set "decimal" to "${other}" for thousands, to "${sign}" for decimals.`,
  );
}

/**
 * True for a field whose sign before three digits has one meaning nearly everywhere: a comma, beside dollars or pounds,
 * stands before thousands, a point of percentages before decimals. Other numbers are written either way.
 */
function isCertain(field: string, { prefix, suffix }: NumberFormat): boolean {
  const affix = (prefix + suffix).trim();
  return field.includes(',') ? /^(?:[$£]|US\$|USD|GBP)$/.test(affix) : /^[%‰]$/.test(affix);
}

/** A column read as dates. @throws GanspecError GAN413 where day, month or year may come first. */
export function datesOf(
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
    `${rowPlace(source, field)}: ${JSON.stringify(field)} in column "${source.name}" may begin with its day or its month (${rowsText(dayFirst.count, source)})`,
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
    `${rowPlace(source, field)}: ${JSON.stringify(field)} in column "${source.name}" may begin or end with its year (${rowsText(count, source)})`,
    'Set "dayFirst" to true or to false if the year is last, or write years with four digits.',
  );
}
