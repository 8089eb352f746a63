/** The costs and the memory of a program's graphs, as data and as a table. */
import { graphCost, type GraphCost } from '../ir/graphCost.js';
import { peakMemory } from '../ir/peakMemory.js';
import { bytesText, countText } from '../language/resolve/quantityText.js';
import { textTable } from '../language/resolve/textTable.js';
import type { Program } from '../program/program.js';
import { plannedMemory } from './checkMemory.js';

/** The cost of one run of a graph after all passes, and the memory that it takes. */
export interface GraphCosts extends GraphCost {
  /** Name of the graph. */
  readonly graph: string;
  /** The largest sum of bytes in use at one node: state twice, tensors that are still read, unrolled patches of convolutions. */
  readonly peakBytes: number;
  /** JSON Pointer of the part of the spec whose tensor is the largest at that node; empty where there is none. */
  readonly peakOrigin: string;
}

/** The costs of every graph of a program. */
export function graphCosts({ graphs }: Program): readonly GraphCosts[] {
  return graphs.map((graph) => {
    const { bytes, origin } = peakMemory(graph);
    return { graph: graph.name, ...graphCost(graph), peakBytes: bytes, peakOrigin: origin };
  });
}

const heading = ['graph', 'nodes', 'FLOPs', 'bytes moved', 'peak memory', 'largest tensor'];
const isRight = [false, true, true, true, true, false];

/** One line per graph, and the memory that training plans for all of them. */
export function costTable(program: Program): string {
  const rows = graphCosts(program).map(
    ({ graph, nodes, flops, bytesMoved, peakBytes, peakOrigin }) => [
      graph,
      countText(nodes),
      countText(flops),
      bytesText(bytesMoved),
      bytesText(peakBytes),
      peakOrigin,
    ],
  );
  return [
    `graphs after all passes (one run each, batch size ${program.batchSize})`,
    ...textTable([heading, ...rows], isRight),
    `training plans ${bytesText(plannedMemory(program).bytes)}: the state, and the peak of every graph beside it`,
    '',
  ].join('\n');
}
