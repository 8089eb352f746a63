/** Reader of tables as samples. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { checkSize, dataError } from '../shared/dataFile.js';
import { chooseColumns } from './chooseColumns.js';
import { columnOf, type ColumnForm } from './column.js';
import { columnFinder } from './columnFinder.js';
import { categoryWarnings } from './doubtfulColumns.js';
import { bothOrErrors } from './eachOrErrors.js';
import { formOf } from './formOf.js';
import { treatMissing } from './missingValues.js';
import { readBody } from './readBody.js';
import { labelPlace, labelsOf, type TableLabels } from './tableLabels.js';
import type { TableOptions } from './tableOptions.js';

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
  const valuesOf = columnFinder(file, body, options.missingMarks);
  const [label, chosen] = bothOrErrors(
    () => (options.label === null ? null : valuesOf(options.label)),
    () => chooseColumns(file, valuesOf, body.names, options),
  );
  const size = { file, count: body.rows.length };
  const { columns, rows, warnings } = treatMissing(size, chosen.columns, label, options.missing);
  const formed = columns.map((column) => formOf(column, rows));
  const encoders = formed.map(({ form }) => columnOf(form));
  const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
  if (width === 0) throw noColumn(file, body.names, options, chosen.warnings);
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

/** @param reasons Warnings of columns that are left out. */
function noColumn(
  file: string,
  names: readonly string[],
  { label, exclude }: TableOptions,
  reasons: readonly DatasetWarning[],
): Error {
  const why = reasons.map(({ message }) => message.replace(`${file}: `, '')).join('; ');
  const ways = [
    ...(label === null ? [] : ['"label"']),
    ...(exclude.length === 0 ? [] : ['a name from "exclude"']),
  ];
  const what = ways.length > 1 ? 'neither is part' : 'it is no part';
  const separator = names.length === 1 ? 'is "separator" right? ' : '';
  return dataError(
    'GAN413',
    `${file}: no column is left for the samples${why === '' ? '' : `: ${why}`}`,
    why === ''
      ? `Remove ${ways.join(' or ')}: ${what} of a sample.`
      : `A sample has numbers, dates, or words that occur again and again; ${separator}"columns" names those that are kept whatever they have.`,
  );
}
