/** The costs and the memory of a program's graphs, as data and as a table. */
import { graphCost, type GraphCost } from '../ir/graphCost.js';
import { peakMemory, type MemoryPart } from '../ir/peakMemory.js';
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
  /** The part of the peak that holds the state, read and written. */
  readonly peakStateBytes: number;
  /** The index of the node at which the peak is reached. */
  readonly peakNode: number;
  /** The tensors that are in use then beside the state, by part of the spec, the most bytes first. */
  readonly peakParts: readonly MemoryPart[];
}

/** The costs of every graph of a program. */
export function graphCosts({ graphs }: Program): readonly GraphCosts[] {
  return graphs.map((graph) => {
    const peak = peakMemory(graph);
    return {
      graph: graph.name,
      ...graphCost(graph),
      peakBytes: peak.bytes,
      peakOrigin: peak.origin,
      peakStateBytes: peak.stateBytes,
      peakNode: peak.node,
      peakParts: peak.parts,
    };
  });
}

const heading = ['graph', 'nodes', 'FLOPs', 'bytes moved', 'peak memory', 'largest tensor'];
const isRight = [false, true, true, true, true, false];

/** One line per graph, the memory that training plans for all of them, and what the largest of them has in use at its peak. */
export function costTable(program: Program): string {
  const costs = graphCosts(program);
  const [largest] = costs.toSorted((a, b) => b.peakBytes - a.peakBytes);
  const rows = costs.map(({ graph, nodes, flops, bytesMoved, peakBytes, peakOrigin }) => [
    graph,
    countText(nodes),
    countText(flops),
    bytesText(bytesMoved),
    bytesText(peakBytes),
    peakOrigin,
  ]);
  return [
    `graphs after all passes (one run each, batch size ${program.batchSize})`,
    ...textTable([heading, ...rows], isRight),
    `training plans ${bytesText(plannedMemory(program).bytes)}: the state, and the highest peak of a graph beside it`,
    '',
    ...(largest ? peakTable(largest) : []),
    '',
  ].join('\n');
}

/** The largest parts that are listed by themselves. */
const mostParts = 8;

/** The memory in use at the peak of a graph, by part of the spec, the state first. */
function peakTable({ graph, nodes, peakNode, peakStateBytes, peakParts }: GraphCosts): string[] {
  const listed = peakParts.slice(0, mostParts);
  const others = peakParts.slice(mostParts);
  const sum = (of: 'tensors' | 'bytes'): number => others.reduce((all, part) => all + part[of], 0);
  const rows = [
    ['the state, read and written', '', bytesText(peakStateBytes)],
    ...listed.map(({ origin, tensors, bytes }) => [
      origin === '' ? 'inputs and shared values' : origin,
      countText(tensors),
      bytesText(bytes),
    ]),
    ...(others.length === 0
      ? []
      : [['others', countText(sum('tensors')), bytesText(sum('bytes'))]]),
  ];
  return [
    `in use at the peak of ${graph}, at node ${countText(peakNode + 1)} of ${countText(nodes)}`,
    ...textTable([['part', 'tensors', 'memory'], ...rows], [false, true, true]),
  ];
}
