import type { SampleColumn } from '../../entries/dataset.js';
import { listText } from '../shared/listText.js';
import { columnOf, writerOf, type ColumnForm } from './column.js';

/** The places of columns in a sample. */
export function sampleColumns(forms: readonly ColumnForm[]): readonly SampleColumn[] {
  let start = 0;
  return forms.flatMap((form) => {
    const columns = partsOf(form, start);
    start += columnOf(form).width;
    return columns;
  });
}

function partsOf(form: ColumnForm, start: number): readonly SampleColumn[] {
  const { name } = form;
  if ('categories' in form) {
    const { categories } = form;
    const values = listText(categories.map((each) => (each === '' ? '""' : each)));
    return [{ name, kind: 'categorical', start, width: categories.length, values }];
  }
  const write = writerOf(form);
  const values = `${write(form.min)} to ${write(form.max)}`;
  const column = { name, kind: 'date' in form ? 'date' : 'numeric', start, width: 1, values };
  if (form.missing === undefined) return [column];
  const indicator = {
    kind: 'indicator',
    start: start + 1,
    width: 1,
    values: '-1, or 1 if missing',
  };
  return [column, { name: `${name} is missing`, ...indicator }];
}
