/** A whole column read as dates of one format. */
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
  padded: true,
  between: '',
  time: 'none',
  zone: false,
};

/** Reads fields as dates in the format of most of them. @param dayFirst As of `readDate`. */
export function dateColumn(fields: readonly string[], dayFirst: boolean): DateColumn {
  const read = eachOnce(fields, (field) => readDate(field, dayFirst));
  const layout = mostFrequent(read.filter((date) => date !== undefined).map(layoutOf));
  const fitting = read.map((date) => (date && layoutOf(date) === layout ? date : undefined));
  const dates = fitting.filter((date) => date !== undefined);
  const { order, separator, between, zone } = dates[0] ?? isoDate;
  const padded = dates.every((date) => date.padded);
  return {
    format: { order, separator, padded, between, time: finestTime(dates), zone },
    values: Float64Array.from(fitting, (date) => date?.seconds ?? NaN),
    // Eight digits are dates only where all fields are.
    count: order === 'YMD' && separator === '' && dates.length < fields.length ? 0 : dates.length,
  };
}

/** The part of a format that all dates of a column share. */
function layoutOf({ order, separator, between, time, zone }: ReadDate): string {
  return [order, separator, between, time === 'none', zone].join(' ');
}

function finestTime(dates: readonly ReadDate[]): DateFormat['time'] {
  const [first] = dates;
  if (!first || first.time === 'none') return 'none';
  const decimals = dates.map(({ time }) => (typeof time === 'number' ? time : -1));
  const most = decimals.reduce((finest, each) => Math.max(finest, each), -1);
  return most < 0 ? 'minutes' : most;
}
