/** A row of a table, or the numbers of a sample. */
import { tableRows, type TableRecipe } from '../../../datasets/tables/writeTable.js';
import { element } from '../element.js';
import type { View } from './view.js';

/** A row with the names of its columns. */
export function tableView(recipe: TableRecipe): View {
  const table = element('table');
  return {
    element: table,
    show: ({ data, labels }) => {
      const { names, rows } = tableRows(data, recipe, labels);
      const [row = []] = rows;
      table.replaceChildren(
        ...names.map((name, at) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            element('td', {}, row[at] ?? ''),
          ),
        ),
      );
    },
  };
}

/** Numbers shown at most. */
const shownNumbers = 256;

/** The numbers of samples that have no other form. */
export function numbersView(): View {
  const text = element('pre', { class: 'numbers' });
  return {
    element: text,
    show: ({ data }) => {
      const shown = Array.from(data.subarray(0, shownNumbers), (value) => value.toPrecision(4));
      text.textContent = shown.join(', ') + (data.length > shownNumbers ? ', …' : '');
    },
  };
}
