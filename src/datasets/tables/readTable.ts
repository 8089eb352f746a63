/** Reader of tables as samples. */
import type { DatasetWarning, SampleClass } from '../../entries/dataset.js';
import { classesOf } from '../shared/classes.js';
import { checkSize, dataError } from '../shared/dataFile.js';
import { columnOf, type ColumnForm } from './column.js';
import { draftColumn, type ColumnDraft, type ColumnKind } from './columnKind.js';
import { columnValues, presentFields, type ColumnValues } from './columnValues.js';
import {
  categoryWarnings,
  identifierReason,
  identifierWarning,
  type LeftOutColumn,
} from './doubtfulColumns.js';
import { categoriesOf, formOf, type FormedColumn } from './formOf.js';
import { treatMissing, type MissingValues } from './missingValues.js';
import type { Decimal } from './numbers.js';
import { readBody, type TableBody } from './readBody.js';
import { readColumn, type ReadColumn, type ReadingOptions } from './readColumn.js';

/** Options of a table; null to find out what the file shows. */
export interface TableOptions extends ReadingOptions {
  readonly separator: string;
  readonly header: boolean | null;
  /** Columns of a sample, in this order; null for all but the label, excluded ones and those that tell rows apart. */
  readonly columns: readonly string[] | null;
  readonly exclude: readonly string[];
  /** Columns that are read as numbers, words or dates whatever they look like. */
  readonly numeric: readonly string[] | null;
  readonly categorical: readonly string[] | null;
  readonly dates: readonly string[] | null;
  /** The column with the classes; null for none. */
  readonly label: string | null;
  readonly missing: MissingValues | null;
}

/** The column with the classes. */
export interface TableLabels {
  readonly name: string;
  /** Number of columns of a sample that stand before it in the file; all of them where the user gave their order. */
  readonly place: number;
  /** Class of each sample. */
  readonly data: Int32Array;
  readonly classes: readonly SampleClass[];
}

export interface Table {
  readonly columns: readonly ColumnForm[];
  /** Numbers per sample. */
  readonly width: number;
  readonly count: number;
  /** All samples, concatenated. */
  readonly data: Float32Array;
  /** Null without a label. */
  readonly labels: TableLabels | null;
  /** True if the file has a header row. */
  readonly header: boolean;
  readonly warnings: readonly DatasetWarning[];
}

/** Reads a table and encodes its columns. @throws GanspecError GAN413 and GAN426 with file and line; errors of `readRows`. */
export function readTable(file: string, options: TableOptions): Table {
  const body = readBody(file, options);
  const valuesOf = columnFinder(file, body);
  const label = options.label === null ? null : valuesOf(options.label);
  const chosen = chooseColumns(file, valuesOf, body.names, options);
  const size = { file, count: body.rows.length };
  const { columns, rows, warnings } = treatMissing(size, chosen.columns, label, options.missing);
  const formed = columns.map((column) => formOf(column, rows));
  const encoders = formed.map(({ form }) => columnOf(form));
  const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
  if (width === 0) throw dataError('GAN413', `${file}: no column is left for the samples`);
  checkSize(file, rows.length * width);
  const data = new Float32Array(rows.length * width);
  let start = 0;
  encoders.forEach((encoder, column) => {
    const { values = [] } = formed[column] ?? {};
    for (let row = 0; row < rows.length; row++) {
      encoder.encode(values[row] ?? NaN, data, row * width + start);
    }
    start += encoder.width;
  });
  return {
    columns: formed.map(({ form }) => form),
    width,
    count: rows.length,
    data,
    labels: label && { ...labelsOf(label, rows), place: labelPlace(formed, body.names, options) },
    header: body.header,
    warnings: [
      ...body.warnings,
      ...chosen.warnings,
      ...warnings,
      ...(label ? categoryWarnings(label, 'label') : []),
    ],
  };
}

/** Finds the values of a column by its name. @throws GanspecError GAN413 for a column that is not there */
function columnFinder(file: string, { names, rows }: TableBody): (name: string) => ColumnValues {
  const places = new Map(names.map((name, index) => [name, index]));
  const lines = rows.map(({ line }) => line);
  return (name) => {
    const index = places.get(name);
    if (index === undefined) throw unknownColumn(file, name, names);
    const fields = rows.map((row) => row.fields[index] ?? '');
    return columnValues({ file, name, fields, lines });
  };
}

function unknownColumn(file: string, name: string, names: readonly string[]): Error {
  const columns = names.map((column) => `"${column}"`).join(', ');
  return dataError(
    'GAN413',
    `${file}: has no column "${name}"`,
    `Its columns are ${columns}; are "separator" and "header" right?`,
  );
}

/** The columns of a sample, and the doubts about them. */
function chooseColumns(
  file: string,
  valuesOf: (name: string) => ColumnValues,
  all: readonly string[],
  options: TableOptions,
): { readonly columns: readonly ReadColumn[]; readonly warnings: readonly DatasetWarning[] } {
  const { exclude, label } = options;
  const kinds = askedKinds(options);
  for (const name of [...exclude, ...kinds.keys()]) valuesOf(name);
  const names = options.columns ?? all.filter((name) => name !== label && !exclude.includes(name));
  const drafts = names.map((name) => {
    const source = valuesOf(name);
    return { source, draft: draftColumn(presentFields(source), kinds.get(name) ?? null) };
  });
  const reading = { ...options, decimal: options.decimal ?? decimalOf(drafts) };
  const warnings: DatasetWarning[] = [];
  const identifiers: LeftOutColumn[] = [];
  const columns = drafts.flatMap(({ source, draft }) => {
    const isAsked = options.columns !== null || kinds.has(source.name);
    if (source.present.length === 0) {
      warnings.push(emptyColumn(source));
      return [];
    }
    const column = readColumn(source, draft, reading);
    const reason = isAsked ? undefined : identifierReason(column);
    if (reason !== undefined) {
      identifiers.push({ name: source.name, reason });
      return [];
    }
    if (column.kind === 'categorical') warnings.push(...categoryWarnings(source, 'column'));
    return [column];
  });
  return { columns, warnings: [...identifierWarning(file, identifiers), ...warnings] };
}

/** Kinds that the user gave. @throws GanspecError GAN413 for a column with two */
function askedKinds({
  numeric,
  categorical,
  dates,
}: TableOptions): ReadonlyMap<string, ColumnKind> {
  const kinds = new Map<string, ColumnKind>();
  const lists = [
    ['numeric', numeric],
    ['categorical', categorical],
    ['date', dates],
  ] as const;
  for (const [kind, names] of lists) {
    for (const name of names ?? []) {
      if (kinds.has(name)) {
        throw dataError(
          'GAN413',
          `column "${name}" is listed as ${kinds.get(name) ?? ''} and as ${kind}`,
          'Keep one of them.',
        );
      }
      kinds.set(name, kind);
    }
  }
  return kinds;
}

/** The decimal sign of a table, from the columns that show it without doubt; null where none does, or both occur. */
function decimalOf(drafts: readonly { readonly draft: ColumnDraft }[]): Decimal | null {
  const signs = new Set(
    drafts.map(({ draft }) => (draft.kind === 'numeric' ? draft.decimal.certain : null)),
  );
  signs.delete(null);
  const [sign] = signs;
  return signs.size === 1 && sign ? sign : null;
}

function emptyColumn({ file, name }: ColumnValues): DatasetWarning {
  return {
    code: 'GAN426',
    message: `${file}: column "${name}" has no value in any row; it is left out`,
    hint: `Set "exclude" to ["${name}"] if this is right.`,
  };
}

function labelsOf(source: ColumnValues, rows: readonly number[]): Omit<TableLabels, 'place'> {
  const { file, name } = source;
  const fields = rows.map((row) => source.fields[row] ?? '');
  const { list, indices } = classesOf(fields, { all: categoriesOf(file, name, fields) });
  const data = Int32Array.from(fields, (field) => indices.get(field) ?? 0);
  return { name, data, classes: list };
}

function labelPlace(
  formed: readonly FormedColumn[],
  names: readonly string[],
  { columns, label }: TableOptions,
): number {
  if (columns !== null || label === null) return formed.length;
  const place = names.indexOf(label);
  return formed.filter(({ form }) => names.indexOf(form.name) < place).length;
}
