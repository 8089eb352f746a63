/** The passes of a compilation, and the changes of one of them, for `ganspec explain`. */
import { counted } from '../diagnostics/counted.js';
import type { PassReport } from '../index.js';
import { refuse } from './refuse.js';
import { print, printColumns } from './stdout.js';

type Reports = readonly PassReport[];

/** Prints each pass with the numbers of nodes before and after it, all graphs together: in later rounds those that changed a graph. */
export function printPasses(reports: Reports): void {
  const nodes = new Map(reports.toReversed().map(({ graph, nodesBefore }) => [graph, nodesBefore]));
  const total = (): number => [...nodes.values()].reduce((sum, count) => sum + count, 0);
  const rounds = Math.max(...reports.map(({ round }) => round));
  const rows: (readonly string[])[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const inRound = reports.filter((report) => report.round === round);
    const shown = round === 1 ? inRound : inRound.filter(changes);
    if (shown.length > 0) rows.push([`round ${round}`]);
    for (const pass of passNames(shown)) {
      const runs = inRound.filter((report) => report.pass === pass);
      const before = total();
      for (const { graph, nodesAfter } of runs) nodes.set(graph, nodesAfter);
      const sentence = round === 1 ? (runs[0]?.sentence ?? '') : '';
      rows.push([`  ${pass}`, `${before} → ${counted(total(), 'node')}`, sentence]);
    }
  }
  print('nodes of all graphs, before and after each pass');
  printColumns(rows);
  print('no later round changes anything\n');
}

/** The runs of one pass that changed a graph. Ends the command where there is no such pass. */
export function reportsOf(pass: string, reports: Reports): Reports {
  const names = passNames(reports);
  if (!names.includes(pass))
    refuse(`there is no pass "${pass}"; the passes are ${names.join(', ')}`);
  return reports.filter((report) => report.pass === pass && changes(report));
}

/** Prints what a pass changes in each graph. */
export function printChanges(changes: Reports): void {
  const texts = changes.map(
    ({ graph, round, nodesBefore, nodesAfter, difference }) =>
      `graph ${graph}, round ${round}: ${nodesBefore} → ${counted(nodesAfter, 'node')}\n${difference}`,
  );
  print(texts.length > 0 ? texts.join('\n\n') : 'This pass changes no graph of the spec.');
}

function changes({ difference }: PassReport): boolean {
  return difference !== '';
}

function passNames(reports: Reports): readonly string[] {
  return [...new Set(reports.map(({ pass }) => pass))];
}
