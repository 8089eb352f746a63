/** Numbers as people write them: grouped, with a decimal comma, a currency, a unit or a percent sign. */

/** Way in which the numbers of a column are written, as plain JSON. */
export interface NumberFormat {
  readonly decimal: Decimal;
  /** Between groups of three digits; empty for none. */
  readonly group: string;
  readonly prefix: string;
  readonly suffix: string;
  /** True if negative numbers stand in parentheses. */
  readonly parentheses: boolean;
  /** Most decimals that occur. */
  readonly decimals: number;
}

export type Decimal = '.' | ',';

/** A number apart from what stands around it. */
interface Parts {
  /** Sign, digits, groups and decimals. */
  readonly body: string;
  readonly negative: boolean;
  readonly prefix: string;
  readonly suffix: string;
  readonly parentheses: boolean;
}

/** Longer fields are no numbers. */
const maxLength = 400;
/** Digits before the decimal point that doubles tell apart; longer runs are codes. */
const maxDigits = 15;

const codes =
  'USD|EUR|GBP|JPY|CHF|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|KRW|SGD|HKD|TRY|RUB|Rs\\.?';
const currency = `(?:[A-Z]{0,2}\\p{Sc}|${codes})`;
const sign = '[+\\-\u2212]?';
const body = "(?:\\d(?:[\\d.,'\u2019 \u00a0\u202f]*[\\d.,])?|[.,]\\d+)(?:[eE][+-]?\\d+)?";
const unit = `%|\u2030|${currency}|[a-zA-Z\u00b0\u00b5\u00b2\u00b3/]{1,8}`;
const written = new RegExp(
  `^(?<open>\\(?)(?<first>${sign})(?<prefix>(?:${currency}\\s?)?)(?<second>${sign})(?<body>${body})(?<suffix>(?:\\s?(?:${unit}))?)(?<close>\\)?)$`,
  'u',
);
/** Plain decimal numbers. No two repetitions stand side by side: a field of many digits would take quadratic time. */
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function partsOf(field: string): Parts | undefined {
  if (field.length > maxLength) return undefined;
  const groups = written.exec(field)?.groups;
  if (!groups) return undefined;
  const { open = '', first = '', prefix = '', second = '', body = '', suffix = '' } = groups;
  const signs = first + second;
  const parentheses = open !== '';
  if (parentheses !== (groups['close'] !== '') || signs.length > (parentheses ? 0 : 1)) {
    return undefined;
  }
  return { body, negative: parentheses || /[-\u2212]/.test(signs), prefix, suffix, parentheses };
}

const wholeCurrency = new RegExp(`^${currency}$`, 'u');

/** True for the sign or the code of a currency. */
function isCurrency(affix: string): boolean {
  return wholeCurrency.test(affix.trim());
}

/** True for a unit of letters, such as `kg`, which may as well be part of a code. */
export function isUnit(suffix: string): boolean {
  return /[a-z\u00b0\u00b5\u00b2\u00b3/]/i.test(suffix) && !isCurrency(suffix);
}

const groupings: Readonly<Record<Decimal, RegExp>> = {
  '.': /^(?:\d+|[1-9]\d{0,2}(?:(?<group>[,'\u2019 \u00a0\u202f])\d{3})(?:\k<group>\d{3})*)(?:\.(?<decimals>\d*))?(?:e[+-]?\d+)?$/i,
  ',': /^(?:\d+|[1-9]\d{0,2}(?:(?<group>[.'\u2019 \u00a0\u202f])\d{3})(?:\k<group>\d{3})*)(?:,(?<decimals>\d*))?(?:e[+-]?\d+)?$/i,
};

/** A number, and how it is written. */
export interface ReadNumber extends Omit<NumberFormat, 'decimal'> {
  readonly value: number;
}

/** Reads a number with this decimal sign; undefined for what is none, or not finite. */
export function readNumber(field: string, decimal: Decimal): ReadNumber | undefined {
  const parts = partsOf(field);
  if (!parts) return undefined;
  const { body, negative, prefix, suffix, parentheses } = parts;
  const leading = body.startsWith(decimal) ? `0${body}` : body;
  const found = groupings[decimal].exec(leading);
  if (!found) return undefined;
  const { group = '', decimals = '' } = found.groups ?? {};
  const digits = (group === '' ? leading : leading.replaceAll(group, '')).replace(',', '.');
  const size = finite(digits);
  if (size === undefined) return undefined;
  const value = negative ? -size : size;
  return { value, group, prefix, suffix, parentheses, decimals: decimals.length };
}

/** Value of a plain decimal number; undefined for other fields. */
export function plainNumber(field: string): number | undefined {
  return plain.test(field) ? finite(field) : undefined;
}

/** Undefined for a number that is not finite, and for a whole number of more digits than doubles tell apart. */
function finite(digits: string): number | undefined {
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  const isLong = digits.length > maxDigits && /^[+-]?\d+$/.test(digits);
  const isCode = isLong && digits.replace(/^[+-]?0*/, '').length > maxDigits;
  return isCode ? undefined : value;
}

/** True for a number beyond those of doubles, and for words such as `Infinity`. */
export function isInfinite(field: string): boolean {
  if (/^[+-]?inf(?:inity)?$/i.test(field)) return true;
  return plain.test(field) && !Number.isFinite(Number(field));
}

/** Writes a number in this format, with as many decimals as the column has. */
export function writeNumber(value: number, format: NumberFormat): string {
  const { decimal, group, prefix, suffix, parentheses, decimals } = format;
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = group === '' ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  const digits = prefix + grouped + (rest === undefined ? '' : decimal + rest) + suffix;
  const isNegative = value < 0 && /[1-9]/.test(whole + (rest ?? ''));
  if (!isNegative) return digits;
  return parentheses ? `(${digits})` : `-${digits}`;
}
