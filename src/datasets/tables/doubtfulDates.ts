/** Columns of dates that are hardly meant as they are read. */
import type { DatasetWarning } from '../../entries/dataset.js';
import type { DateFormat } from './dates.js';
import { presentFields } from './columnValues.js';
import type { ReadColumn } from './readColumn.js';

/** Hour up to which all times of a column may as well be ratios, scores or verses. */
const lastHour = 12;

/** Warning of years of two digits, whose century is a guess. */
export function centuryWarning(column: ReadColumn): readonly DatasetWarning[] {
  if (column.kind !== 'date' || !column.format.shortYear) return [];
  const { file, name } = column.source;
  const years = [...column.values]
    .filter((seconds) => !Number.isNaN(seconds))
    .map((seconds) => new Date(1000 * seconds).getUTCFullYear());
  const [first, last] = years.reduce(
    ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
    [Infinity, -Infinity],
  );
  return [
    {
      code: 'GAN427',
      message: `${file}: column "${name}" has years of two digits, read as ${first} to ${last}`,
      hint: 'Write years with four digits if another century is meant.',
    },
  ];
}

/** Warning of numbers that are read as dates, `1.1999`, and of ratios that are read as times, `1:50`. */
export function likenessWarning(column: ReadColumn): readonly DatasetWarning[] {
  if (column.kind !== 'date') return [];
  const { source, format, values } = column;
  const doubt = doubtOf(format, values);
  if (!doubt) return [];
  const [field = ''] = presentFields(source);
  const name = JSON.stringify(source.name);
  return [
    {
      code: 'GAN427',
      message: `${source.file}: column ${name} has values such as ${field}, read as ${doubt.readAs}`,
      hint: `Set "dates" to [${name}] if this is right, else ${doubt.wayOut(name)}.`,
    },
  ];
}

interface Doubt {
  readonly readAs: string;
  readonly wayOut: (name: string) => string;
}

function doubtOf(format: DateFormat, values: Float64Array): Doubt | undefined {
  const { order, separator, padded, monthPadded, time, halfDays } = format;
  if (padded && monthPadded) return undefined;
  if (order === 'MY' && separator === '.') {
    return { readAs: 'month and year', wayOut: (name) => `"numeric" to [${name}]` };
  }
  const isClock = order === '' && time === 'minutes' && !halfDays;
  const isEarly = values.every((value) => !(value >= (lastHour + 1) * 3600));
  return isClock && isEarly
    ? {
        readAs: 'hours and minutes of a day',
        wayOut: (name) => `write them as plain numbers, or set "categorical" to [${name}]`,
      }
    : undefined;
}
