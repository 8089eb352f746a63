/** The lines of a printed graph as cells, with names for its values. */
import type { AnyKernelNode, GraphConstant, KernelGraph, ValueId } from './kernelGraph.js';
import { numberText } from './numberText.js';
import { sizeOf, typeText, type TensorType } from './tensorType.js';

/** Number of elements of a constant that are printed. */
const shownNumbers = 8;

/** Names of values in printed graphs. */
export type ValueNames = ReadonlyMap<ValueId, string>;

export interface GraphSection {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Names of all values: an input's name; `%n` for the n-th node; `$n` for the n-th constant of given numbers; a number for a
 * constant with one value (`1:f32[64,1]` where it is no float32 scalar).
 *
 * @param before Names from an earlier form of the graph, which its values keep. Others continue the numbering.
 */
export function valueNames(
  { types, inputs, constants, nodes }: KernelGraph,
  before: ValueNames = new Map(),
): ValueNames {
  const names = new Map(before);
  const used = [...before.values()];
  const counts = {
    $: used.filter((name) => name.startsWith('$')).length,
    '%': used.filter((name) => name.startsWith('%')).length,
  };
  const count = (value: ValueId, sign: keyof typeof counts): void => {
    if (!names.has(value)) names.set(value, `${sign}${counts[sign]++}`);
  };
  for (const input of inputs) names.set(input.value, input.name);
  for (const { value, content } of constants) {
    if ('data' in content) count(value, '$');
    else names.set(value, fillText(content.fill, types[value]));
  }
  for (const { output } of nodes) count(output, '%');
  return names;
}

/** Inputs, constants of given numbers, nodes and outputs. */
export function graphSections(graph: KernelGraph, names: ValueNames): readonly GraphSection[] {
  const name = (value: ValueId): string => names.get(value) ?? `?${value}`;
  const type = (value: ValueId): string => {
    const known = graph.types[value];
    return known === undefined ? '?' : typeText(known);
  };
  return [
    {
      heading: 'inputs',
      rows: graph.inputs.map((input) => [input.kind, type(input.value), input.name]),
    },
    {
      heading: 'constants',
      rows: graph.constants.flatMap((constant) => {
        const text = dataText(constant, graph.types[constant.value]);
        return text === undefined ? [] : [[name(constant.value), type(constant.value), text]];
      }),
    },
    {
      heading: 'nodes',
      rows: graph.nodes.map((node) => [name(node.output), type(node.output), nodeText(node, name)]),
    },
    {
      heading: 'outputs',
      rows: graph.outputs.map(({ kind, name: output, value }) => [kind, output, name(value)]),
    },
  ];
}

/** A heading and aligned lines; none where a section has no rows. */
export function sectionLines({ heading, rows }: GraphSection): readonly string[] {
  if (rows.length === 0) return [];
  const widths = [0, 1].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join('  '),
  );
  return [heading, ...lines.map((line) => `  ${line}`)];
}

function fillText(fill: number, type: TensorType | undefined): string {
  const number = numberText(fill);
  const plain = type?.dtype === 'float32' && type.shape.length === 0;
  return plain || type === undefined ? number : `${number}:${typeText(type)}`;
}

function dataText({ content }: GraphConstant, type: TensorType | undefined): string | undefined {
  if (!('data' in content)) return undefined;
  const numbers = Array.from(content.data.subarray(0, shownNumbers), numberText).join(' ');
  const count = type === undefined ? content.data.length : sizeOf(type.shape);
  if (count <= shownNumbers) return numbers;
  // The sum shows changes beyond the printed numbers.
  let sum = 0;
  for (const value of content.data) sum += value;
  return `${numbers} … (${count} numbers, sum ${numberText(sum)})`;
}

function nodeText(node: AnyKernelNode, name: (value: ValueId) => string): string {
  const operands = node.inputs.map(name);
  const attributes = Object.entries(node.attributes).map(
    ([key, value]) => `${key}=${attributeText(value)}`,
  );
  const origin = node.origin === '' ? [] : [` # ${node.origin}`];
  return [node.kernel, ...operands, ...attributes, ...origin].join(' ');
}

function attributeText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(attributeText).join(',')}]`;
  return typeof value === 'number' ? numberText(value) : String(value);
}
