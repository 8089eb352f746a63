/** A network as a drawing: its layers from top to bottom, and arrows to the layers that read them. */
import { countText, sampleShapeText } from '../resolve/quantityText.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import {
  arrowElement,
  boxElement,
  boxHeight,
  boxWidth,
  type Box,
  type BoxText,
  type Drawing,
} from './svg.js';

/** Room between boxes, in pixels. */
const gap = { x: 24, y: 22 };

/** Distance of an arrow that passes rows from the boxes, and from the next such arrow. */
const lane = 14;

interface Node extends BoxText {
  readonly name: string;
  readonly inputs: readonly string[];
}

/** A node in its place: a row below all that it reads. */
interface Placed extends Node, Box {
  readonly row: number;
}

interface Edge {
  readonly from: Placed;
  readonly to: Placed;
}

export function networkDrawing(network: ResolvedNetwork): Drawing {
  const nodes = placed(nodesOf(network));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const edges = nodes.flatMap((to) =>
    to.inputs.flatMap((name) => {
      const from = byName.get(name);
      return from ? [{ from, to }] : [];
    }),
  );
  const isLong = ({ from, to }: Edge): boolean => to.row > from.row + 1;
  const long = edges.filter(isLong);
  const right = Math.max(...nodes.map(({ x, width }) => x + width));
  const paths = [
    ...edges.filter((edge) => !isLong(edge)).map(straight),
    ...long.map((edge, index) => around(edge, right + lane * (1 + index))),
  ];
  return {
    width: right + lane * long.length,
    height: Math.max(...nodes.map(({ y }) => y)) + boxHeight,
    content: [...paths.map(arrowElement), ...nodes.map(boxElement)].join('\n'),
  };
}

/** The layers, with the input before them. */
function nodesOf({ inputShape, layers }: ResolvedNetwork): readonly Node[] {
  const input = { name: 'input', label: 'input', note: sampleShapeText(inputShape), inputs: [] };
  const rest = layers.map(({ name, type, inputs, outputShape, parameterCount }) => ({
    name,
    label: name.startsWith(type) ? name : `${name} (${type})`,
    note: [
      sampleShapeText(outputShape),
      ...(parameterCount > 0 ? [`${countText(parameterCount)} parameters`] : []),
    ].join(', '),
    inputs,
  }));
  return [input, ...rest];
}

/** Gives each node its place: a column among those of its row. @param nodes Each behind those that it reads. */
function placed(nodes: readonly Node[]): readonly Placed[] {
  const width = boxWidth(nodes);
  const rows = new Map<string, number>();
  const taken = new Map<number, number>();
  return nodes.map((node) => {
    const row = Math.max(-1, ...node.inputs.map((name) => rows.get(name) ?? -1)) + 1;
    const column = taken.get(row) ?? 0;
    rows.set(node.name, row);
    taken.set(row, column + 1);
    const [x, y] = [column * (width + gap.x), row * (boxHeight + gap.y)];
    return { ...node, row, x, y, width, isStart: row === 0 };
  });
}

const middle = ({ x, width }: Placed): number => x + width / 2;

/** An arrow to the next row. */
function straight({ from, to }: Edge): string {
  const [start, end] = [from.y + boxHeight, to.y];
  const half = (start + end) / 2;
  return `M${middle(from)} ${start}C${middle(from)} ${half} ${middle(to)} ${half} ${middle(to)} ${end}`;
}

/** An arrow past the rows between, on the right of all boxes. */
function around({ from, to }: Edge, x: number): string {
  const [start, end] = [from.y + boxHeight / 2, to.y + boxHeight / 2];
  return `M${from.x + from.width} ${start}H${x - 6}Q${x} ${start} ${x} ${start + 6}V${end - 6}Q${x} ${end} ${x - 6} ${end}H${to.x + to.width}`;
}
