/** Kinds of columns: what their values look like. */
import { isInfinite } from './numbers.js';
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
  const isNumeric = numbers.count === fields.length && !/^\d{8}$/.test(fields[0] ?? '');
  const decimal = decimalEvidence(fields, numbers);
  const read = decimal.certain === ',' ? numberColumn(fields, ',') : numbers;
  const numeric = { kind: 'numeric', numbers: read, decimal } as const;
  if (asked === 'numeric' || (asked === null && isNumeric && !isCode(fields))) return numeric;
  const [dayFirst, monthFirst] = [dateColumn(fields, true), dateColumn(fields, false)];
  const dates = { kind: 'date', dayFirst, monthFirst } as const;
  if (asked === 'date') return dates;
  const dateCount = Math.max(dayFirst.count, monthFirst.count);
  const best = Math.max(read.count + fields.filter(isInfinite).length, dateCount);
  if (best === 0 || 2 * best < fields.length || isCode(fields)) return { kind: 'categorical' };
  return dateCount === best ? dates : numeric;
}

/** True for digits of which some begin with 0: as numbers they would lose it. */
function isCode(fields: readonly string[]): boolean {
  return fields.some((field) => /^0\d/.test(field)) && fields.every((field) => /^\d+$/.test(field));
}
