/** Reader of tables as samples. */
import type { SampleClass } from '../../entries/dataset.js';
import { classesOf } from '../shared/classes.js';
import { checkSize, dataError } from '../shared/dataFile.js';
import {
  categoricalForm,
  categoriesOf,
  columnOf,
  numericForm,
  type ColumnForm,
  type ColumnValues,
} from './column.js';
import { areMostlyNumeric } from './numeric.js';
import { readRows, type Row } from './readRows.js';

/** Columns and separator of a table. */
export interface TableOptions {
  readonly separator: string;
  /** Columns of a sample, in this order; null for all but the label. */
  readonly columns: readonly string[] | null;
  /** Categorical columns; null for all that are not mostly numeric, see `areMostlyNumeric`. */
  readonly categorical: readonly string[] | null;
  /** The column with the classes; null for none. */
  readonly label: string | null;
}

/** Upper bound on the fields of a table; each takes about 50 bytes while they are collected. */
const maxFields = 2 ** 25;

export interface Table {
  readonly columns: readonly ColumnForm[];
  /** Numbers per sample. */
  readonly width: number;
  readonly count: number;
  /** All samples, concatenated. */
  readonly data: Float32Array;
  /** Class of each sample, with the number of classes; null without a label. */
  readonly labels: { readonly data: Int32Array; readonly classes: readonly SampleClass[] } | null;
}

/** Reads a table and encodes its columns. @throws GanspecError GAN413 with file and line; errors of `readRows`. */
export function readTable(file: string, options: TableOptions): Table {
  const { header, rows } = readBody(file, options.separator);
  const { label, categorical } = options;
  const places = new Map(header.map((name, index) => [name, index]));
  const valuesOf = (name: string): ColumnValues => {
    const index = places.get(name);
    if (index === undefined) throw unknownColumn(file, name, header);
    const values = rows.map(({ fields }) => fields[index] ?? '');
    return { file, name, values, lines: rows.map(({ line }) => line) };
  };
  categorical?.forEach(valuesOf);
  const names = options.columns ?? header.filter((name) => name !== label);
  const forms = names.map((name) => {
    const values = valuesOf(name);
    const isCategorical = categorical
      ? categorical.includes(name)
      : !areMostlyNumeric(values.values);
    return isCategorical ? categoricalForm(values) : numericForm(values);
  });
  const columns = forms.map(columnOf);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  if (width === 0) throw dataError('GAN413', `${file}: no column is left for the samples`);
  checkSize(file, rows.length * width);
  const data = new Float32Array(rows.length * width);
  const indices = names.map((name) => places.get(name));
  rows.forEach(({ fields }, row) => {
    let at = row * width;
    columns.forEach((column, i) => {
      column.encode(fields[indices[i] ?? 0] ?? '', data.subarray(at, at + column.width));
      at += column.width;
    });
  });
  const labels = label === null ? null : labelsOf(valuesOf(label));
  return { columns: forms, width, count: rows.length, data, labels };
}

function readBody(
  file: string,
  separator: string,
): { readonly header: readonly string[]; readonly rows: readonly Row[] } {
  const [head, ...rows] = boundedRows(file, separator);
  if (!head || rows.length === 0) {
    throw dataError('GAN413', `${file}: has no rows below a header row`);
  }
  const header = head.fields;
  const other = header.length > 1 ? undefined : separatorIn(header[0] ?? '', separator);
  if (other !== undefined) {
    throw dataError(
      'GAN413',
      `${file}:${head.line}: the header row is one field, ${JSON.stringify(header[0])}`,
      `Set "separator" to ${JSON.stringify(other)}.`,
    );
  }
  const seen = new Set<string>();
  const repeated = header.find((name) => seen.size === seen.add(name).size);
  if (repeated !== undefined) {
    throw dataError(
      'GAN413',
      `${file}:${head.line}: two columns are called "${repeated}"`,
      'Rename one of them.',
    );
  }
  for (const { line, fields } of rows) {
    if (fields.length === header.length) continue;
    throw dataError(
      'GAN413',
      `${file}:${line}: has ${fields.length} fields, where the header row has ${header.length}`,
      'Give each row one field for each column; a field that holds the separator stands in double quotes.',
    );
  }
  return { header, rows };
}

function* boundedRows(file: string, separator: string): Generator<Row, void> {
  let fields = 0;
  for (const row of readRows(file, separator)) {
    fields += row.fields.length;
    if (fields > maxFields) {
      throw dataError('GAN405', `${file}: holds more than ${maxFields} fields`);
    }
    yield row;
  }
}

/** A common separator in a text, other than the given one. */
function separatorIn(text: string, separator: string): string | undefined {
  return [';', '\t', '|', ','].find((other) => other !== separator && text.includes(other));
}

function unknownColumn(file: string, name: string, header: readonly string[]): Error {
  const columns = header.map((column) => `"${column}"`).join(', ');
  return dataError(
    'GAN413',
    `${file}: has no column "${name}"`,
    `Its columns are ${columns}; is "separator" right?`,
  );
}

function labelsOf(values: ColumnValues): NonNullable<Table['labels']> {
  const { list, indices } = classesOf(values.values, { all: categoriesOf(values) });
  const data = Int32Array.from(values.values, (value) => indices.get(value) ?? 0);
  return { data, classes: list };
}
