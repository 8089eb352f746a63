/** Forms of dates: which of their parts are year, month and day. */
import { monthNumber, monthStyle, type MonthStyle } from './monthNames.js';

/** Order of the parts of a date. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY' | 'YM' | 'MY';

/** Way in which a date without its time is written. */
export interface DateLayout {
  /** Empty for a time of day. */
  readonly order: DateOrder | '';
  /** Between the first two parts; empty in `20201231`. */
  readonly separator: string;
  /** Before the last part, where it differs, as in `Jan 3, 2021`. */
  readonly lastSeparator: string;
  readonly month: MonthStyle;
  /** True for years of two digits: 69 is 1969, 68 is 2068. */
  readonly shortYear: boolean;
  /** True if days and hours have two digits. */
  readonly padded: boolean;
  /** True if months have two digits, or names. */
  readonly monthPadded: boolean;
}

/** A date, and how it is written. */
export interface DatePart extends DateLayout {
  /** Since the start of 1970. */
  readonly seconds: number;
}

const word = '(?<name>[a-z]{3,9})\\.?';
const day = '(?<day>\\d\\d?)';
const year = '(?<year>\\d{4}|\\d\\d)';
/** The groups `one` and `two` are day and month, in either order. */
const forms = [
  ['YMD', '(?<year>\\d{4})(?<first>[-/.])(?<month>\\d\\d?)(?<last>\\k<first>)(?<day>\\d\\d?)'],
  ['YMD', '(?<year>(?:19|20)\\d\\d|2100)(?<month>\\d\\d)(?<day>\\d\\d)'],
  // A year and month with a slash are a fraction.
  ['YM', '(?<year>\\d{4})(?<first>-)(?<month>\\d\\d)'],
  ['YM', '(?<year>(?:19|20)\\d\\d)(?<first>\\.)(?<month>\\d\\d)'],
  ['MY', '(?<month>\\d\\d?)(?<first>[./])(?<year>(?:19|20)\\d\\d)'],
  ['DMY', `(?<one>\\d\\d?)(?<first>[-/.])(?<two>\\d\\d?)(?<last>\\k<first>)(?<year>\\d{4})`],
  ['DMY', `(?<one>\\d\\d?)(?<first>[-/])(?<two>\\d\\d?)(?<last>\\k<first>)(?<year>\\d\\d)`],
  // With fewer digits they may be numbers of a version.
  ['DMY', `(?<one>\\d\\d)(?<first>\\.)(?<two>\\d\\d)(?<last>\\.)(?<year>\\d\\d)`],
  ['DMY', `${day}(?<first>[- /]|\\. )${word}(?<last>[- /]|, )${year}`],
  ['MDY', `${word}(?<first>[- ])${day}(?<last>,? |-)${year}`],
  ['YMD', `(?<year>\\d{4})(?<first>[- /])${word}(?<last>\\k<first>)${day}`],
  ['MY', `${word}(?<first>[- ])(?<year>\\d{4})`],
] as const;
const patterns = forms.map(([order, form]) => ({ order, pattern: new RegExp(`^${form}$`, 'i') }));

type Groups = Readonly<Record<string, string | undefined>>;

/** Reads a date without a time. @param dayFirst Meaning of `1/2/2020`: 1 February if true. */
export function readDay(text: string, dayFirst: boolean): DatePart | undefined {
  if (!/\d/.test(text)) return undefined;
  for (const { order, pattern } of patterns) {
    const groups: Groups | undefined = pattern.exec(text)?.groups;
    const date = groups && datePart(order, groups, dayFirst);
    if (date) return date;
  }
  return undefined;
}

function datePart(order: DateOrder, groups: Groups, dayFirst: boolean): DatePart | undefined {
  const { first = '', last = first, name, year = '', one } = groups;
  // With points, the day always comes first.
  const isMonthFirst = one !== undefined && !dayFirst && first !== '.';
  const [day = '01', month = ''] =
    one === undefined
      ? [groups['day'], groups['month']]
      : isMonthFirst
        ? [groups['two'], one]
        : [one, groups['two']];
  const number = name === undefined ? Number(month) : (monthNumber(name) ?? NaN);
  const seconds = secondsOf(fullYear(year), number, Number(day));
  if (seconds === undefined) return undefined;
  return {
    order: isMonthFirst ? 'MDY' : order,
    separator: first,
    lastSeparator: last,
    month: name === undefined ? 'digits' : monthStyle(name),
    shortYear: year.length === 2,
    padded: day.length === 2,
    monthPadded: name !== undefined || month.length === 2,
    seconds,
  };
}

/** Year in four digits, of two as POSIX reads them. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 69 ? 2000 + number : 1900 + number;
}

/** Undefined for a day that its month does not have. */
function secondsOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.getTime() / 1000 : undefined;
}

/** True for dates that may as well be numbers: `20201231`, `12.2020` and `2020.12`. */
export function mayBeNumber({ order, separator }: DateLayout): boolean {
  return separator === '' ? order === 'YMD' : separator === '.' && order.length === 2;
}

/** True for a date in digits whose first part may as well be a year of two digits, as in `20/12/31`. */
export function mayBeginWithYear(text: string): boolean {
  const [, year = '', month, day] = /^(\d\d)[-/](\d\d?)[-/](\d\d?)(?!\d)/.exec(text) ?? [];
  return secondsOf(fullYear(year), Number(month), Number(day)) !== undefined;
}
