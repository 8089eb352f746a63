/** A whole column read as dates of one format. */
import { mayBeNumber } from './dateForms.js';
import { readDate, type DateFormat, type ReadDate } from './dates.js';
import { eachOnce } from './eachOnce.js';
import { mostFrequent } from './mostFrequent.js';

/** Fields of a column as dates. */
export interface DateColumn {
  readonly format: DateFormat;
  /** Seconds of each field, as of `readDate`; NaN for one that is no date of this format. */
  readonly values: Float64Array;
  /** Fields that are dates of the format. */
  readonly count: number;
}

/** Format of a column without any date. */
const isoDate: DateFormat = {
  order: 'YMD',
  separator: '-',
  lastSeparator: '-',
  month: 'digits',
  shortYear: false,
  padded: true,
  monthPadded: true,
  between: '',
  time: 'none',
  halfDays: false,
  zone: false,
};

/** Reads fields as dates in the format of most of them. @param dayFirst As of `readDate`. */
export function dateColumn(fields: readonly string[], dayFirst: boolean): DateColumn {
  const read = eachOnce(fields, (field) => {
    const date = readDate(field, dayFirst);
    return date && { date, layout: layoutOf(date) };
  });
  const layout = mostFrequent(read.filter((each) => each !== undefined).map((each) => each.layout));
  const fitting = read.map((each) => (each?.layout === layout ? each?.date : undefined));
  const dates = fitting.filter((date) => date !== undefined);
  return {
    format: {
      ...layoutPart(dates[0] ?? isoDate),
      month: longestName(dates),
      padded: dates.every((date) => date.padded),
      monthPadded: dates.every((date) => date.monthPadded),
      time: finestTime(dates),
    },
    values: Float64Array.from(fitting, (date) => date?.seconds ?? NaN),
    // What may be a number is a date only where all fields are.
    count: mayBeNumber(dates[0] ?? isoDate) && dates.length < fields.length ? 0 : dates.length,
  };
}

/** The part of a format that all dates of a column share. */
function layoutOf(date: ReadDate): string {
  const { month, time } = date;
  return [...Object.values(layoutPart(date)), month === 'digits', time === 'none'].join(' ');
}

/** The parts of a format that do not differ between dates of a column. */
function layoutPart(
  format: DateFormat,
): Omit<DateFormat, 'month' | 'padded' | 'monthPadded' | 'time'> {
  const { order, separator, lastSeparator, shortYear, between, halfDays, zone } = format;
  return { order, separator, lastSeparator, shortYear, between, halfDays, zone };
}

/** A name of a month is written as a whole where one is; May does not tell. */
function longestName(dates: readonly ReadDate[]): DateFormat['month'] {
  const long = dates.find(({ month }) => month === 'January' || month === 'JANUARY');
  return (long ?? dates[0] ?? isoDate).month;
}

function finestTime(dates: readonly ReadDate[]): DateFormat['time'] {
  const [first] = dates;
  if (!first || first.time === 'none') return 'none';
  const decimals = dates.map(({ time }) => (typeof time === 'number' ? time : -1));
  const most = decimals.reduce((finest, each) => Math.max(finest, each), -1);
  return most < 0 ? 'minutes' : most;
}
