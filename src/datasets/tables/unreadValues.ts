/** Columns of words that are hardly meant as words. */
import { dataError } from '../shared/dataFile.js';
import { presentFields, rowPlace, rowsText, type ColumnValues } from './columnValues.js';
import { eachOnce } from './eachOnce.js';
import { isUnit, readNumber } from './numbers.js';
import { hardlyRepeats, waysOut } from './waysOut.js';

/** Most forms of the values of one column; texts such as addresses have more. */
const maxForms = 12;
/** Different amounts from which on a column has measurements however often they occur. */
const minAmounts = 6;

const datePart =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b/gi;
/** A number at the start, after a sign, a quote or a currency. */
const numberFirst = /^['’"~≈<>≤≥±+\-−(]{0,2}\s?(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?=\s?\d))?\s?[.,]?\d/u;
const period = /\b(?:[QH][1-4]|W\d\d)\b/;
/** An amount of something, a number after a quote as spreadsheets mark text, or one with a fraction. */
const amount = /^(?:['’]\d[\d.,]*|\d+ \d+\/\d+|\d[\d.,]* [a-z]+)$/i;
/** Codes of capital letters, and numbers of versions and machines. */
const code = /^[\dA-Z]+$|^\d+(?:\.\d+){2,3}$/;
/** Telephone numbers, and others of many digits. */
const longCode = /^\+?[\d\s()/.-]+$/;
const longDigits = 9;
/** Whole thousands, millions or billions. */
const scaled = /^\d+[KMB]$/;

/** @throws GanspecError GAN413 for a column of numbers, amounts or dates that are written in a form that is not read. */
export function refuseUnread(source: ColumnValues): void {
  const fields = presentFields(source);
  const scales = new Set(fields.filter((field) => scaled.test(field)).map((field) => field.at(-1)));
  const measured = pick(
    fields,
    (field) => isMeasured(field) || (scales.size > 1 && scaled.test(field)),
  );
  const different = new Set(measured).size;
  const amounts = fields.every((field) => amount.test(field)) && different >= minAmounts;
  if (amounts || (isMost(measured, fields) && hardlyRepeats(different, measured.length))) {
    if (formsOf(measured) > maxForms) return;
    const [field = ''] = measured;
    throw dataError(
      'GAN413',
      `${rowPlace(source, field)}: ${JSON.stringify(field)} in column "${source.name}" is like a number or a date, in a form that is not read (${rowsText(measured.length, source)}, ${different} different values)`,
      waysOut(source, 'Write these values as plain numbers (1234.5) or dates (2020-12-31)', []),
    );
  }
  refuseMixture(source, fields);
}

/** Refuses words that repeat among numbers that do not. */
function refuseMixture(source: ColumnValues, fields: readonly string[]): void {
  const numbers = pick(fields, isNumber);
  const words = pick(fields, (field) => !isNumber(field));
  const isMixed =
    10 * numbers.length >= fields.length &&
    hardlyRepeats(new Set(numbers).size, numbers.length) &&
    2 * new Set(words).size <= words.length;
  const [word] = words;
  if (!isMixed || word === undefined) return;
  throw dataError(
    'GAN413',
    `${rowPlace(source, word)}: column "${source.name}" has numbers in ${rowsText(numbers.length, source)}, and words such as ${JSON.stringify(word)} in the others`,
    waysOut(source, 'Correct these values', words),
  );
}

function pick(fields: readonly string[], test: (field: string) => boolean): readonly string[] {
  const passes = eachOnce(fields, test);
  return fields.filter((_, i) => passes[i]);
}

function isMost(some: readonly string[], all: readonly string[]): boolean {
  return 2 * some.length >= all.length;
}

function isMeasured(field: string): boolean {
  if (field.length > 40 || !/\d/.test(field)) return false;
  if (longCode.test(field) && field.replace(/\D/g, '').length >= longDigits) return false;
  return !code.test(field) && (numberFirst.test(field) || period.test(field) || hasDatePart(field));
}

function hasDatePart(field: string): boolean {
  return field.search(datePart) >= 0;
}

/** Number of forms that are left when digits and names of days and months are alike. */
function formsOf(fields: readonly string[]): number {
  return new Set(fields.map((field) => field.replace(datePart, 'May').replace(/\d+/g, '0'))).size;
}

function isNumber(field: string): boolean {
  if (/^0\d/.test(field)) return false;
  const number = readNumber(field, '.') ?? readNumber(field, ',');
  return number !== undefined && !isUnit(number.suffix);
}
