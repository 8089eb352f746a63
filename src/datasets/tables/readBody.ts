/** Rows of a table and the names of its columns. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { dataError } from '../shared/dataFile.js';
import { counted } from '../../diagnostics/counted.js';
import { listText } from '../shared/listText.js';
import { headerEvidence, unitsAbove } from './header.js';
import { isMissing } from './missing.js';
import { readRows, type Row } from './readRows.js';

export interface TableBody {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  /** True if the names stand in the first row. */
  readonly header: boolean;
  readonly warnings: readonly DatasetWarning[];
}

/** Form of the file, and the part of it that is read. */
export interface BodyOptions {
  readonly separator: string;
  /** True if the first row has the names; null to find it out. */
  readonly header: boolean | null;
  /** Fields that are missing values, beside those that always are. */
  readonly missingMarks: readonly string[];
  /** At most this many rows, the first of the file; null for all. */
  readonly limit: number | null;
}

/** Rows from which on one above them is told from them. */
const minBelowUnits = 2;

/** Upper bound on the fields of a table; each takes about 50 bytes while they are collected. */
const maxFields = 2 ** 25;

/** Reads the rows up to the limit. @throws GanspecError GAN413 with file and line */
export function readBody(
  file: string,
  { separator, header, missingMarks, limit }: BodyOptions,
): TableBody {
  // A row more, since the first may have the names.
  const all = [...boundedRows(file, separator, limit === null ? Infinity : limit + 1)];
  const [first] = all;
  if (!first) throw dataError('GAN413', `${file}: is empty`);
  checkFields(file, all, first, separator);
  const found = header === null ? foundHeader(file, first, all) : { header, warnings: [] };
  const names = found.header ? first.fields : first.fields.map((_, i) => `column${i + 1}`);
  const rows = all.slice(found.header ? 1 : 0).slice(0, limit ?? all.length);
  if (rows.length === 0) throw dataError('GAN413', `${file}: has no rows below a header row`);
  checkNames(file, names, first.line);
  if (found.header) checkUnits(file, rows, missingMarks);
  return { names, rows, ...found };
}

function checkFields(file: string, rows: readonly Row[], first: Row, separator: string): void {
  const { fields, line } = first;
  const other =
    fields.length > 1
      ? undefined
      : (separatorIn(fields[0] ?? '', separator) ?? blankSeparator(rows));
  if (other !== undefined) {
    throw dataError(
      'GAN413',
      `${file}:${line}: the first row is one field, ${JSON.stringify(fields[0])}`,
      `Set "separator" to ${JSON.stringify(other)}.`,
    );
  }
  const wrong = rows.find((row) => row.fields.length !== fields.length);
  if (!wrong) return;
  throw dataError(
    'GAN413',
    `${file}:${wrong.line}: has ${counted(wrong.fields.length, 'field')}, where the first row has ${fields.length}`,
    isNoRow(rows)
      ? `Remove line ${line}, ${JSON.stringify(fields[0])}, if it is no part of the table, such as a title or a comment; else give each row one field for each column.`
      : 'Give each row one field for each column; a field that holds the separator stands in double quotes.',
  );
}

/** True where the first row has one field, and all others have the same number of several. */
function isNoRow([first, second, ...others]: readonly Row[]): boolean {
  const count = second?.fields.length ?? 0;
  const areAlike = others.length > 0 && others.every(({ fields }) => fields.length === count);
  return first?.fields.length === 1 && count > 1 && areAlike;
}

function checkNames(file: string, names: readonly string[], line: number): void {
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  if (repeated === undefined) return;
  throw dataError(
    'GAN413',
    `${file}:${line}: two columns are called "${repeated}"`,
    'Rename one of them, or set "header" to false if this row has values.',
  );
}

/** @throws GanspecError GAN413 for a row of units, or of other words about the columns, below their names */
function checkUnits(
  file: string,
  [second, ...below]: readonly Row[],
  marks: readonly string[],
): void {
  if (!second || below.length < minBelowUnits) return;
  const fields = below.map((row) => row.fields);
  const isAbsent = (field: string): boolean => isMissing(field) || marks.includes(field);
  const units = unitsAbove(second.fields, fields, isAbsent);
  if (units.length === 0) return;
  throw dataError(
    'GAN413',
    `${file}:${second.line}: the row below the names has words above numbers, as units are: ${listText(units.map((unit) => JSON.stringify(unit)))}`,
    `Remove line ${second.line} if it has units or descriptions of the columns, or the lines before it if it has their names; if such words mean missing values, list them in "missingMarks".`,
  );
}

/** The header that the rows speak for, and the doubts about it. @throws GanspecError GAN413 where they speak for both */
function foundHeader(
  file: string,
  first: Row,
  all: readonly Row[],
): Pick<TableBody, 'header' | 'warnings'> {
  const found = headerEvidence(
    first.fields,
    all.slice(1).map(({ fields }) => fields),
  );
  const place = `${file}:${first.line}`;
  const row = listText(first.fields.map((field) => JSON.stringify(field)));
  switch (found.verdict) {
    case 'names':
      return { header: true, warnings: [] };
    case 'values':
      return {
        header: false,
        warnings: [
          {
            code: 'GAN425',
            message: `${place}: the first row is read as values, since it is like the rows below (${row}); its columns are called ${namesText(first.fields.length)}`,
            hint: 'Set "header" to false if this is right, or to true if the row has the names of the columns.',
            pointer: '/data/file',
          },
        ],
      };
    case 'unclear':
      return {
        header: true,
        warnings: [
          {
            code: 'GAN425',
            message: `${place}: the first row is taken for the names of the columns (${row}), though it might have values`,
            hint: 'Set "header" to true if this is right, else to false.',
            pointer: '/data/file',
          },
        ],
      };
    case 'both':
      throw dataError(
        'GAN413',
        `${place}: the first row may have names or values: ${JSON.stringify(found.name)} is like no value of its column, ${JSON.stringify(found.value)} is like those below`,
        'Set "header" to true if it has the names of the columns, else to false.',
      );
  }
}

function namesText(count: number): string {
  return count === 1 ? '"column1"' : `"column1" to "column${count}"`;
}

function* boundedRows(file: string, separator: string, maxRows: number): Generator<Row, void> {
  let [fields, rows] = [0, 0];
  for (const row of readRows(file, separator)) {
    fields += row.fields.length;
    if (fields > maxFields) {
      throw dataError('GAN405', `${file}: holds more than ${maxFields} fields`);
    }
    yield { line: row.line, fields: row.fields.map(trimmed) };
    rows += 1;
    if (rows === maxRows) return;
  }
}

/** A field without blanks around it. A pattern would take quadratic time on a field of many blanks. */
function trimmed(field: string): string {
  let [start, end] = [0, field.length];
  while (isBlank(field[start])) start++;
  while (end > start && isBlank(field[end - 1])) end--;
  return field.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Rows that are looked at for blanks between their fields. */
const someRows = 100;

/** A blank, where blanks divide all rows into as many fields, of which some are numbers throughout. */
function blankSeparator(rows: readonly Row[]): string | undefined {
  const [first = [], ...below] = rows
    .slice(0, someRows)
    .map(({ fields }) => (fields[0] ?? '').split(/[ \t]+/));
  const isTable = first.length > 1 && below.every(({ length }) => length === first.length);
  const isNumber = (field = ''): boolean => field !== '' && Number.isFinite(Number(field));
  const hasNumbers = first.some((_, i) => below.every((fields) => isNumber(fields[i])));
  return isTable && below.length > 0 && hasNumbers ? ' ' : undefined;
}

/** A common separator in a text, other than the given one. */
function separatorIn(text: string, separator: string): string | undefined {
  return [';', '\t', '|', ','].find((other) => other !== separator && text.includes(other));
}
