/** The costs of the graphs of presets after all passes, as golden text. */
import { graphCost } from '../../../src/ir/graphCost.js';
import type { KernelGraph } from '../../../src/index.js';

const heading = 'preset graph nodes FLOPs bytesMoved';

/** A heading, and one line for each graph, as in `ring sample 8 9699840 1671176`. */
export function costLines(presets: readonly (readonly [string, readonly KernelGraph[]])[]): string {
  const rows = presets.flatMap(([preset, graphs]) =>
    graphs.map((graph) => {
      const { nodes, flops, bytesMoved } = graphCost(graph);
      return [preset, graph.name, nodes, flops, bytesMoved].join(' ');
    }),
  );
  return `${[heading, ...rows].join('\n')}\n`;
}

/** What has changed from one text of costs to another, and how the change is accepted. */
export function costChanges(before: string, after: string): string {
  const [old, now] = [costsByGraph(before), costsByGraph(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((graph) => {
    const [was, is] = [old.get(graph) ?? [], now.get(graph) ?? []];
    const texts = heading
      .split(' ')
      .slice(2)
      .flatMap((unit, at) => changeText(unit, was[at], is[at]));
    return texts.length > 0 ? [`${graph}: ${texts.join(', ')}`] : [];
  });
  return [
    'the costs of graphs after all passes have changed:',
    ...changes,
    'a rise makes steps slower; to accept a change: npx vitest run test/presets/golden.test.ts -u',
  ].join('\n');
}

function changeText(unit: string, was: number | undefined, is: number | undefined): string[] {
  return was === is ? [] : [`${unit} ${was ?? 'none'} → ${is ?? 'none'}`];
}

function costsByGraph(text: string): ReadonlyMap<string, readonly number[]> {
  const rows = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(' '));
  return new Map(
    rows.map(([preset, graph, ...costs]) => [`${preset} ${graph}`, costs.map(Number)]),
  );
}
