/** Prints the difference between two forms of a graph. */
import { graphSections, sectionLines, type GraphSection, type ValueNames } from './graphRows.js';
import type { KernelGraph } from './kernelGraph.js';

/**
 * The lines of the printed graph that only one of two forms has, marked by `-` for the first and `+` for the second.
 *
 * @param after A form in which common values have the same numbers as in `before`, in the same order.
 * @param names Names of the values of both forms.
 * @returns Empty where both are equal.
 */
export function printDifference(
  before: KernelGraph,
  after: KernelGraph,
  names: ValueNames,
): string {
  const later = graphSections(after, names);
  return graphSections(before, names)
    .map(({ heading, rows }, at) => ({ heading, rows: difference(rows, later[at]?.rows ?? []) }))
    .flatMap(sectionLines)
    .join('\n');
}

type Rows = GraphSection['rows'];
type Row = Rows[number];

/** Rows of only one of two lists: removed rows, each run of them followed by the rows in its place. */
function difference(before: Rows, after: Rows): Rows {
  const [old, next] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const rows: Row[] = [];
  const rest = after.values();
  const addUntil = (end?: string): void => {
    for (const row of rest) {
      const key = keyOf(row);
      if (key === end) return;
      if (!old.has(key)) rows.push(marked('+', row));
    }
  };
  for (const row of before) {
    const key = keyOf(row);
    if (next.has(key)) addUntil(key);
    else rows.push(marked('-', row));
  }
  addUntil();
  return rows;
}

function keyOf(row: Row): string {
  return row.join('  ');
}

function marked(sign: '+' | '-', [first = '', ...others]: Row): Row {
  return [`${sign} ${first}`, ...others];
}
