/** A network as a drawing: its layers from top to bottom, and arrows to the layers that read them. */
import { countText, sampleShapeText } from '../resolve/quantityText.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { arrowElement, box, boxElement, type Drawing } from './svg.js';

/** Room between boxes, in pixels. */
const gap = { x: 24, y: 22 };

/** Distance of an arrow that passes rows from the boxes, and from the next such arrow. */
const lane = 14;

interface Node {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly inputs: readonly string[];
}

/** A node in its place: a row below all that it reads, and a column among those of the row. */
interface Placed extends Node {
  readonly row: number;
  readonly column: number;
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
  const columns = 1 + Math.max(...nodes.map(({ column }) => column));
  const rows = 1 + Math.max(...nodes.map(({ row }) => row));
  const right = columns * (box.width + gap.x) - gap.x;
  const paths = [
    ...edges.filter((edge) => !isLong(edge)).map(straight),
    ...long.map((edge, index) => around(edge, right + lane * (1 + index))),
  ];
  const boxes = nodes.map((node) =>
    boxElement({ ...node, x: left(node), y: top(node), isStart: node.row === 0 }),
  );
  return {
    width: right + lane * long.length,
    height: rows * (box.height + gap.y) - gap.y,
    content: [...paths.map(arrowElement), ...boxes].join('\n'),
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

/** Gives each node its place. @param nodes Each behind those that it reads. */
function placed(nodes: readonly Node[]): readonly Placed[] {
  const rows = new Map<string, number>();
  const taken = new Map<number, number>();
  return nodes.map((node) => {
    const row = Math.max(-1, ...node.inputs.map((name) => rows.get(name) ?? -1)) + 1;
    const column = taken.get(row) ?? 0;
    rows.set(node.name, row);
    taken.set(row, column + 1);
    return { ...node, row, column };
  });
}

const left = ({ column }: Placed): number => column * (box.width + gap.x);
const top = ({ row }: Placed): number => row * (box.height + gap.y);
const middle = (node: Placed): number => left(node) + box.width / 2;

/** An arrow to the next row. */
function straight({ from, to }: Edge): string {
  const [start, end] = [top(from) + box.height, top(to)];
  const half = (start + end) / 2;
  return `M${middle(from)} ${start}C${middle(from)} ${half} ${middle(to)} ${half} ${middle(to)} ${end}`;
}

/** An arrow past the rows between, on the right of all boxes. */
function around({ from, to }: Edge, x: number): string {
  const [start, end] = [top(from) + box.height / 2, top(to) + box.height / 2];
  return `M${left(from) + box.width} ${start}H${x - 6}Q${x} ${start} ${x} ${start + 6}V${end - 6}Q${x} ${end} ${x - 6} ${end}H${left(to) + box.width}`;
}
