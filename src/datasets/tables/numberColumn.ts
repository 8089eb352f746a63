/** A whole column read as numbers of one format. */
import { eachOnce } from './eachOnce.js';
import { mostFrequent } from './mostFrequent.js';
import {
  isUnit,
  plainNumber,
  readNumber,
  type Decimal,
  type NumberFormat,
  type ReadNumber,
} from './numbers.js';

/** Fields of a column as numbers. */
export interface NumberColumn {
  readonly format: NumberFormat;
  /** Number of each field; NaN for one that is no number of this format. */
  readonly values: Float64Array;
  /** Fields that are numbers of the format. */
  readonly count: number;
}

/** Reads fields with this decimal sign, in the format of most of them. */
export function numberColumn(fields: readonly string[], decimal: Decimal): NumberColumn {
  return (decimal === '.' ? plainColumn(fields) : undefined) ?? formattedColumn(fields, decimal);
}

/** Reads fields that are all plain decimal numbers, the most frequent case, without an object for each. */
function plainColumn(fields: readonly string[]): NumberColumn | undefined {
  const values = new Float64Array(fields.length);
  let decimals = 0;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? '';
    const value = plainNumber(field);
    if (value === undefined) return undefined;
    values[i] = value;
    const point = field.indexOf('.');
    if (point >= 0) decimals = Math.max(decimals, field.length - point - 1);
  }
  return { format: { ...plainFormat, decimals }, values, count: fields.length };
}

const plainFormat = {
  decimal: '.',
  group: '',
  prefix: '',
  suffix: '',
  parentheses: false,
} as const;

function formattedColumn(fields: readonly string[], decimal: Decimal): NumberColumn {
  const read = eachOnce(fields, (field) => readNumber(field, decimal));
  const affix = commonAffix(read);
  const fitting = read.map((number) => (number && affixOf(number) === affix ? number : undefined));
  const numbers = fitting.filter((number) => number !== undefined);
  const { prefix, suffix } = numbers[0] ?? { prefix: '', suffix: '' };
  const groups = numbers.map(({ group }) => group).filter((group) => group !== '');
  return {
    format: {
      decimal,
      group: mostFrequent(groups) ?? '',
      prefix,
      suffix,
      parentheses: numbers.some(({ parentheses }) => parentheses),
      decimals: numbers.reduce((most, { decimals }) => Math.max(most, decimals), 0),
    },
    values: Float64Array.from(fitting, (number) => number?.value ?? NaN),
    count: numbers.length,
  };
}

/** The most frequent currency, unit or percent sign. A unit of letters counts only where all fields have it. */
function commonAffix(read: readonly (ReadNumber | undefined)[]): string | undefined {
  const affixes = read.map((number) => number && affixOf(number));
  const [first] = affixes;
  if (affixes.every((affix) => affix === first)) return first;
  return mostFrequent(
    affixes.filter((affix, i) => affix !== undefined && !isUnit(read[i]?.suffix ?? '')),
  );
}

function affixOf({ prefix, suffix }: ReadNumber): string {
  return `${prefix.trim()} ${suffix.trim()}`;
}

/** True for the format of plain decimal numbers. */
export function isPlain({ decimal, group, prefix, suffix, parentheses }: NumberFormat): boolean {
  return decimal === '.' && group + prefix + suffix === '' && !parentheses;
}

/** Decimal sign of a column, as far as its fields tell. */
export interface DecimalEvidence {
  /** The sign with which more fields are numbers; null where both read as many. */
  readonly certain: Decimal | null;
  /** Field that is one number with a decimal point and another with a decimal comma, where no sign is certain. */
  readonly ambiguous?: string | undefined;
}

/** Compares the readings of a column with either decimal sign. @param point The one with a decimal point. */
export function decimalEvidence(fields: readonly string[], point: NumberColumn): DecimalEvidence {
  const isSigned = (field: string): boolean => field.includes('.') || field.includes(',');
  if (!fields.some(isSigned)) return { certain: null };
  // Points that cannot stand before thousands are certain, and no comma need be tried.
  const isDecimal = (field: string): boolean =>
    field.includes('.') &&
    (!/\.\d{3}(?![\de])/i.test(field) || /^[+-]?(?:0|\d{4,})?\./.test(field));
  if (point.count === fields.length && fields.some(isDecimal)) return { certain: '.' };
  const comma = numberColumn(fields, ',');
  if (point.count !== comma.count) return { certain: point.count > comma.count ? '.' : ',' };
  const place = point.values.findIndex(
    (value, i) => Math.abs(value - (comma.values[i] ?? NaN)) > 0,
  );
  return { certain: null, ambiguous: fields[place] };
}
