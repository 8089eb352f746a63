/** The data set in words: its samples, the place of each column in them, and its classes. */
import {
  argumentMustBe,
  hasKeys,
  isNumber,
  isString,
  textArgument,
} from '../../diagnostics/arguments.js';
import { isListOf } from '../../entries/resultCheck.js';
import type { DatasetDescription, SampleClass, SampleColumn } from '../../entries/dataset.js';
import { namesInWords } from '../nearest.js';
import { countText, rangeText, sampleShapeText } from './quantityText.js';
import { textTable } from './textTable.js';

const isShape = isListOf(isNumber);
const columnKeys = {
  name: isString,
  kind: isString,
  start: isNumber,
  width: isNumber,
  values: isString,
};
const dataKeys = {
  shape: isShape,
  range: (value: unknown) => value === null || isShape(value),
  count: isNumber,
  classes: (value: unknown) => value === null || isNumber(value),
  columns: (value: unknown) =>
    value === undefined || isListOf((column) => hasKeys(column, columnKeys))(value),
  classList: (value: unknown) =>
    value === undefined || isListOf((one) => hasKeys(one, { name: isString }))(value),
};

const isDescription = argumentMustBe(
  'the description of a data set, as `gan.resolved.data` is',
  (value) => hasKeys(value, dataKeys),
);

/**
 * @param type Tag of the data set.
 * @throws GanspecError GAN540 where one of them is something else.
 */
export function dataTable(type: string, data: DatasetDescription): string {
  textArgument('type of dataTable', type);
  isDescription('data of dataTable', data);
  const { shape, range, count, classList, columns } = data;
  const bounds = range === null ? 'without bounds' : `in ${rangeText(range)}`;
  const title = `data: ${countText(count)} samples of ${type}, each ${sampleShapeText(shape)} ${bounds}`;
  const table = columns ? textTable(columnRows(columns), [true, false, false, true, false]) : [];
  return [title, ...table, ...classLines(data, classList), ''].join('\n');
}

function columnRows(columns: readonly SampleColumn[]): readonly (readonly string[])[] {
  const rows = columns.map((column) => {
    const { name, kind, width, values } = column;
    return [placeText(column), name, kind, String(width), values];
  });
  return [['place', 'column', 'kind', 'width', 'values'], ...rows];
}

/** Indices of a column's numbers in a sample: `3`, or `3-5`. */
function placeText({ start, width }: SampleColumn): string {
  return width === 1 ? String(start) : `${start}-${start + width - 1}`;
}

/** The columns of a sample in one line each, for notes: `2-4 species (categorical: setosa, virginica)`. */
export function columnTexts(columns: readonly SampleColumn[]): readonly string[] {
  return columns.map(
    (column) => `${placeText(column)} ${column.name} (${column.kind}: ${column.values})`,
  );
}

/** The name of a class, in quotes where it could be taken for an index. */
function nameText(name: string): string {
  return /^[-+]?\d/.test(name) ? JSON.stringify(name) : name;
}

function classLines(
  { classes }: DatasetDescription,
  list: readonly SampleClass[] | undefined,
): readonly string[] {
  if (classes === null) return [];
  if (!list) return [`classes: 0 to ${classes - 1}`];
  const areIndices = list.every(({ name }, index) => name === String(index));
  const names = list.map(({ name, count }, index) => {
    const size = count === undefined ? '' : ` (${countText(count)})`;
    return `${index}${areIndices ? '' : ` ${nameText(name)}`}${size}`;
  });
  return [`classes: ${namesInWords(names)}`];
}
