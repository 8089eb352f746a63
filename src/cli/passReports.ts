/** The passes of a compilation, and the changes of one of them, for `ganspec explain`. */
import { counted } from '../diagnostics/counted.js';
import type { PassReport } from '../index.js';
import { refuse } from './refuse.js';
import { print, printColumns } from './stdout.js';

type Reports = readonly PassReport[];

const heading = ['nodes', 'FLOPs', 'bytes moved'];

/** Prints the sentence of each pass, and the costs of each graph after it: in later rounds after those that changed the graph. */
export function printPasses(reports: Reports): void {
  if (reports.length === 0) {
    print('no pass runs\n');
    return;
  }
  print('passes, in the order of each round');
  const sentences = new Map(reports.map(({ pass, sentence }) => [pass, sentence]));
  printColumns([...sentences].map(([pass, sentence]) => [`  ${pass}`, sentence]));
  for (const graph of new Set(reports.map((report) => report.graph))) {
    const runs = reports.filter((report) => report.graph === graph);
    print('');
    printColumns(
      alignedRight([[`graph ${graph}`, ...heading], ...startOf(runs), ...runs.flatMap(rowsOf)]),
    );
  }
  print('\nno later round changes anything\n');
}

function startOf([first]: Reports): readonly (readonly string[])[] {
  return first === undefined ? [] : [['recorded', ...costTexts(first.before)]];
}

function rowsOf(report: PassReport, at: number, runs: Reports): readonly (readonly string[])[] {
  const { pass, round, after } = report;
  const shown = (other: PassReport): boolean => other.round === 1 || changes(other);
  if (!shown(report)) return [];
  const isFirst = !runs.slice(0, at).some((other) => other.round === round && shown(other));
  const row = [`  ${pass}`, ...costTexts(after)];
  return isFirst ? [[`round ${round}`], row] : [row];
}

function costTexts({ nodes, flops, bytesMoved }: PassReport['after']): readonly string[] {
  return [nodes, flops, bytesMoved].map((count) => count.toLocaleString('en-US'));
}

/** Columns after the first, aligned to the right. */
function alignedRight(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = (column: number): number =>
    Math.max(...rows.map((row) => (row[column] ?? '').length));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell : cell.padStart(width(column)))),
  );
}

/** The runs of one pass that changed a graph. Ends the command where there is no such pass. */
export function reportsOf(pass: string, reports: Reports): Reports {
  const names = passNames(reports);
  if (!names.includes(pass)) {
    const known = names.length === 0 ? 'no pass runs' : `the passes are ${names.join(', ')}`;
    refuse(`there is no pass "${pass}"; ${known}`);
  }
  return reports.filter((report) => report.pass === pass && changes(report));
}

/** Prints what a pass changes in each graph. */
export function printChanges(changes: Reports): void {
  const texts = changes.map(
    ({ graph, round, before, after, difference }) =>
      `graph ${graph}, round ${round}: ${before.nodes} → ${counted(after.nodes, 'node')}\n${difference}`,
  );
  print(texts.length > 0 ? texts.join('\n\n') : 'This pass changes no graph of the spec.');
}

function changes({ difference }: PassReport): boolean {
  return difference !== '';
}

function passNames(reports: Reports): readonly string[] {
  return [...new Set(reports.map(({ pass }) => pass))];
}
