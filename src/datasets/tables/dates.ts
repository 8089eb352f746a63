/** Dates, times of day and points in time as people write them. */
import { readDay, type DateLayout } from './dateForms.js';
import { monthText } from './monthNames.js';

/** Way in which the dates of a column are written, as plain JSON. */
export interface DateFormat extends DateLayout {
  /** Between date and time; empty where there is one of them only. */
  readonly between: string;
  /** Smallest part of the time: none, minutes, seconds, or a number of decimals of seconds. */
  readonly time: 'none' | 'minutes' | number;
  /** True if hours are counted to 12, with AM or PM. */
  readonly halfDays: boolean;
  /** True if times have a time zone; they are written in UTC. */
  readonly zone: boolean;
}

/** A time after a date, or alone. The lazy date before it is short, so that no field takes long. */
const written =
  /^(?<date>.*?)(?<between>(?:^|(?:T|,? )(?=\d\d?:)))(?:(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?<half>\s?[ap]\.?m\.?)?(?<zone>\s?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?)$/i;
/** Longest field that can be a date. */
const maxLength = 40;

/** A date, and how it is written. */
export interface ReadDate extends DateFormat {
  /** Since the start of 1970, or of the day, in the unit of the format's smallest part. */
  readonly seconds: number;
}

const timeOfDay = {
  order: '',
  separator: '',
  lastSeparator: '',
  month: 'digits',
  shortYear: false,
  padded: true,
  monthPadded: true,
  seconds: 0,
} as const;

/** Reads a date or a time. @param dayFirst Meaning of `1/2/2020`: 1 February if true. */
export function readDate(field: string, dayFirst: boolean): ReadDate | undefined {
  if (field.length > maxLength) return undefined;
  const groups: Groups = written.exec(field)?.groups ?? { date: field };
  const { date: dateText = '', between = '', zone } = groups;
  // A time of day has no zone.
  const date = dateText !== '' ? readDay(dateText, dayFirst) : zone ? undefined : timeOfDay;
  const time = timeOf(groups);
  if (!date || !time) return undefined;
  const { seconds: days, ...layout } = date;
  const { seconds, padded, ...rest } = time;
  return { ...layout, ...rest, between, padded: layout.padded && padded, seconds: days + seconds };
}

type Groups = Readonly<Record<string, string | undefined>>;

type TimePart = Pick<ReadDate, 'time' | 'halfDays' | 'zone' | 'padded' | 'seconds'>;

const noTime: TimePart = { time: 'none', halfDays: false, zone: false, padded: true, seconds: 0 };

function timeOf({ hour, minute, second, fraction, half, zone }: Groups): TimePart | undefined {
  if (hour === undefined) return noTime;
  const [h, m, s] = [hourOf(hour, half), Number(minute), Number(second ?? 0)];
  if (h === undefined || m > 59 || s > 59) return undefined;
  const seconds = 3600 * h + 60 * m + s + Number(`0.${fraction ?? 0}`) - offsetOf(zone);
  return {
    time: second === undefined ? 'minutes' : (fraction?.length ?? 0),
    halfDays: half !== undefined,
    zone: zone !== undefined,
    padded: hour.length === 2,
    seconds,
  };
}

/** Hour of the day, 12 AM being 0; undefined for one that no clock shows. @param half AM or PM. */
function hourOf(hour: string, half: string | undefined): number | undefined {
  const number = Number(hour);
  if (half === undefined) return number < 24 ? number : undefined;
  if (number < 1 || number > 12) return undefined;
  return (number % 12) + (/p/i.test(half) ? 12 : 0);
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
  const { time, between } = format;
  const date = new Date(Math.round(seconds * 1000));
  const dateText = format.order === '' ? '' : dayText(date, format);
  return time === 'none' ? dateText : dateText + between + timeText(date, seconds, format);
}

function dayText(date: Date, format: DateFormat): string {
  const { order, separator, lastSeparator, month: style, shortYear, padded, monthPadded } = format;
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const parts: Readonly<Record<string, string>> = {
    Y: shortYear ? year.slice(-2) : year,
    M: monthText(date.getUTCMonth() + 1, style, monthPadded ? 2 : 1),
    D: String(date.getUTCDate()).padStart(padded ? 2 : 1, '0'),
  };
  const [first = '', second = '', third] = Array.from(order, (part) => parts[part] ?? '');
  return first + separator + second + (third === undefined ? '' : lastSeparator + third);
}

function timeText(date: Date, seconds: number, format: DateFormat): string {
  const { time, halfDays, padded, zone } = format;
  const hours = date.getUTCHours();
  const hour = String(halfDays ? ((hours + 11) % 12) + 1 : hours).padStart(padded ? 2 : 1, '0');
  const rest = time === 'minutes' || time === 'none' ? '' : `:${secondsText(seconds, time)}`;
  const half = halfDays ? (hours < 12 ? ' AM' : ' PM') : '';
  return `${hour}:${date.toISOString().slice(14, 16)}${rest}${half}${zone ? 'Z' : ''}`;
}

function secondsText(seconds: number, decimals: number): string {
  const rest = ((seconds % 60) + 60) % 60;
  return rest.toFixed(decimals).padStart(decimals === 0 ? 2 : 3 + decimals, '0');
}
