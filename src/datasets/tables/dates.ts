/** Dates, times of day and points in time as people write them, with all numbers in digits. */

/** Way in which the dates of a column are written, as plain JSON. */
export interface DateFormat {
  /** Order of year, month and day; empty for a time of day. */
  readonly order: DateOrder | '';
  /** Between the parts of the date; empty in `20201231`. */
  readonly separator: string;
  /** True if days, months and hours have two digits. */
  readonly padded: boolean;
  /** Between date and time; empty where there is one of them only. */
  readonly between: string;
  /** Smallest part of the time: none, minutes, seconds, or a number of decimals of seconds. */
  readonly time: 'none' | 'minutes' | number;
  /** True if times have a time zone; they are written in UTC. */
  readonly zone: boolean;
}

export type DateOrder = 'YMD' | 'DMY' | 'MDY' | 'YM';

const dateParts =
  '(?<year>\\d{4})(?:(?<s1>[-/.])(?<m1>\\d\\d?)(?:\\k<s1>(?<d1>\\d\\d?))?|(?<m2>\\d\\d)(?<d2>\\d\\d))|(?<a>\\d\\d?)(?<s2>[-/.])(?<b>\\d\\d?)\\k<s2>(?<last>\\d{4})';
const timeParts =
  '(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?)?(?<zone>\\s?(?:Z|UTC|[+-]\\d\\d(?::?\\d\\d)?))?';
const written = new RegExp(`^(?:(?:${dateParts})(?:(?<between>[T ])${timeParts})?)$`, 'i');
const timeOnly = new RegExp(`^${timeParts.replace(/\(\?<zone>.*$/, '')}$`);
/** Longest field that can be a date. */
const maxLength = 40;
/** Years of dates without separators: other numbers of eight digits are numbers. */
const [firstYear, lastYear] = [1900, 2100];

/** A date, and how it is written. */
export interface ReadDate extends DateFormat {
  /** Since the start of 1970, or of the day, in the unit of the format's smallest part. */
  readonly seconds: number;
}

/** Reads a date or a time. @param dayFirst Meaning of `1/2/2020`: 1 February if true. */
export function readDate(field: string, dayFirst: boolean): ReadDate | undefined {
  if (field.length > maxLength) return undefined;
  const groups = (timeOnly.exec(field) ?? written.exec(field))?.groups;
  if (!groups) return undefined;
  const date =
    groups['year'] === undefined && groups['last'] === undefined
      ? timeOfDay
      : dateOf(groups, dayFirst);
  const time = timeOf(groups);
  if (!date || !time) return undefined;
  const { seconds: days, ...layout } = date;
  const { seconds, padded, ...rest } = time;
  const between = layout.order === '' ? '' : (groups['between'] ?? '');
  return { ...layout, ...rest, between, padded: layout.padded && padded, seconds: days + seconds };
}

type Groups = Readonly<Record<string, string | undefined>>;
type DatePart = Pick<ReadDate, 'order' | 'separator' | 'padded' | 'seconds'>;

const timeOfDay: DatePart = { order: '', separator: '', padded: true, seconds: 0 };

function dateOf(groups: Groups, dayFirst: boolean): DatePart | undefined {
  const { year, s1, m1, d1, m2, d2, a = '', s2, b = '', last = '' } = groups;
  if (year === undefined) {
    // With points, the day always comes first.
    const [order, day, month] =
      dayFirst || s2 === '.' ? (['DMY', a, b] as const) : (['MDY', b, a] as const);
    return checkedDate(order, s2 ?? '', last, month, day);
  }
  if (s1 !== undefined) return checkedDate(d1 === undefined ? 'YM' : 'YMD', s1, year, m1 ?? '', d1);
  const isLikely = Number(year) >= firstYear && Number(year) <= lastYear;
  return isLikely ? checkedDate('YMD', '', year, m2 ?? '', d2) : undefined;
}

/** Undefined for a day that its month does not have. */
function checkedDate(
  order: DateOrder,
  separator: string,
  year: string,
  month: string,
  day = '01',
): DatePart | undefined {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  const padded = month.length === 2 && day.length === 2;
  // A year and month with a point or a slash are a number, or a fraction.
  const isDate = isDay && (order !== 'YM' || (separator === '-' && padded));
  return isDate ? { order, separator, padded, seconds: date.getTime() / 1000 } : undefined;
}

type TimePart = Pick<ReadDate, 'time' | 'zone' | 'padded' | 'seconds'>;

function timeOf({ hour, minute, second, fraction, zone }: Groups): TimePart | undefined {
  if (hour === undefined) return { time: 'none', zone: false, padded: true, seconds: 0 };
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  const seconds = 3600 * h + 60 * m + s + Number(`0.${fraction ?? 0}`) - offsetOf(zone);
  const time = second === undefined ? 'minutes' : (fraction?.length ?? 0);
  return { time, zone: zone !== undefined, padded: hour.length === 2, seconds };
}

/** Seconds that a time zone is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):?(\d\d)?/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
}

/** Seconds of the smallest part of a date in this format. */
export function unitOf({ order, time }: DateFormat): number {
  if (time === 'none') return order === '' ? 60 : 86_400;
  return time === 'minutes' ? 60 : 10 ** -time;
}

/** Writes a date. @param seconds As of `readDate`. */
export function writeDate(seconds: number, format: DateFormat): string {
  const { order, separator, padded, between, time, zone } = format;
  const date = new Date(Math.round(seconds * 1000));
  const two = (value: number): string => String(value).padStart(padded ? 2 : 1, '0');
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const [month, day] = [two(date.getUTCMonth() + 1), two(date.getUTCDate())];
  const days = {
    YMD: [year, month, day],
    DMY: [day, month, year],
    MDY: [month, day, year],
    YM: [year, month],
    '': [],
  };
  const dateText = days[order].join(separator);
  if (time === 'none') return dateText;
  const minutes = `${two(date.getUTCHours())}:${date.toISOString().slice(14, 16)}`;
  const rest = time === 'minutes' ? '' : `:${secondsText(seconds, time)}`;
  return dateText + between + minutes + rest + (zone ? 'Z' : '');
}

function secondsText(seconds: number, decimals: number): string {
  const rest = ((seconds % 60) + 60) % 60;
  return rest.toFixed(decimals).padStart(decimals === 0 ? 2 : 3 + decimals, '0');
}
