/** Kinds of columns: what their values look like. */
import { isInfinite, isUnit } from './numbers.js';
import { dateColumn, type DateColumn } from './dateColumn.js';
import {
  decimalEvidence,
  numberColumn,
  type DecimalEvidence,
  type NumberColumn,
} from './numberColumn.js';

export type ColumnKind = 'numeric' | 'date' | 'categorical';

/** A column as it looks, before the whole table is known. */
export type ColumnDraft =
  | { readonly kind: 'numeric'; readonly numbers: NumberColumn; readonly decimal: DecimalEvidence }
  | { readonly kind: 'date'; readonly dayFirst: DateColumn; readonly monthFirst: DateColumn }
  | { readonly kind: 'categorical' };

/**
 * Kind of a column: numbers or dates if at least half of the values are, else words. Digits that begin with 0, such as post
 * codes, are words.
 * @param fields The values that are there.
 * @param asked The kind that the user gave; null to find it out.
 */
export function draftColumn(fields: readonly string[], asked: ColumnKind | null): ColumnDraft {
  if (asked === 'categorical') return { kind: 'categorical' };
  const numbers = numberColumn(fields, '.');
  const isNumeric = numbers.count === fields.length && !isDateLike(fields[0] ?? '');
  const decimal = decimalEvidence(fields, numbers);
  const read = decimal.certain === ',' ? numberColumn(fields, ',') : numbers;
  const numeric = { kind: 'numeric', numbers: read, decimal } as const;
  if (asked === 'numeric' || (asked === null && isNumeric && !isCode(fields, read))) return numeric;
  const [dayFirst, monthFirst] = [dateColumn(fields, true), dateColumn(fields, false)];
  const dates = { kind: 'date', dayFirst, monthFirst } as const;
  if (asked === 'date') return dates;
  const dateCount = Math.max(dayFirst.count, monthFirst.count);
  const best = Math.max(read.count + fields.filter(isInfinite).length, dateCount);
  if (best === 0 || 2 * best < fields.length || isCode(fields, read))
    return { kind: 'categorical' };
  return dateCount === best ? dates : numeric;
}

/** True for a number that may be a date, if all of its column are. */
function isDateLike(field: string): boolean {
  return /^\d{8}$|^\d\d?\.(?:19|20)\d\d$|^(?:19|20)\d\d\.\d\d$/.test(field);
}

/** Units that people write after a whole number without a blank. */
const gluedUnit =
  /^(?:[%‰].*|[°µ²³/].*|[kmµun]?[gms]|[kdc]?m[²³]?|lbs?|oz|ft|in|yd|mi|mph|k?cal|kph|h|hrs?|mins?|secs?|yrs?|px|pt|[dcmk]?l|m?L|[kMG]?Hz|[mkM]?Wh?|m?Ah|[mk]V|[kMGT]i?B|rpm|bpm|dB|hPa|[kM]?Pa|[CF])$/;

/**
 * True for digits of which some begin with 0, which they would lose as numbers, and for digits with letters that are no
 * unit, such as `2B`, or that only happen to look like an exponent, such as `3E4`.
 */
function isCode(fields: readonly string[], { format }: NumberColumn): boolean {
  const { suffix, prefix, decimals } = format;
  const isGlued = isUnit(suffix) && !/^\s/.test(suffix) && prefix === '' && decimals === 0;
  if (isGlued && !gluedUnit.test(suffix)) return true;
  return (
    fields.some((field) => /^0\d|E/.test(field)) &&
    fields.every((field) => /^\d+(?:E\d+)?$/.test(field))
  );
}
