/** Kernel graphs as text that a reviewer can read and a test can compare. */
import type { AnyKernelNode, GraphConstant, KernelGraph, ValueId } from './kernelGraph.js';
import { numberText } from './numberText.js';
import { sizeOf, typeText, type TensorType } from './tensorType.js';

/** How many numbers of a constant are written out. */
const shownNumbers = 8;

/**
 * The whole graph, one line per input, constant, node and output; the same graph gives the same text.
 *
 * Operands are `%n` (the n-th node, counted anew), `$n` (a constant of given numbers), an input's name, or a number for a
 * constant with one value (`1:f32[64,1]` where it is no float32 scalar). `# /pointer` is the place in the spec.
 */
export function printGraph(graph: KernelGraph): string {
  const names = operandNames(graph);
  const name = (value: ValueId): string => names.get(value) ?? `?${value}`;
  const type = (value: ValueId): string => {
    const known = graph.types[value];
    return known === undefined ? '?' : typeText(known);
  };
  const sections = [
    section(
      'inputs',
      graph.inputs.map((input) => [input.kind, type(input.value), input.name]),
    ),
    section(
      'constants',
      graph.constants.flatMap((constant) => {
        const text = dataText(constant, graph.types[constant.value]);
        return text === undefined ? [] : [[name(constant.value), type(constant.value), text]];
      }),
    ),
    section(
      'nodes',
      graph.nodes.map((node) => [name(node.output), type(node.output), nodeText(node, name)]),
    ),
    section(
      'outputs',
      graph.outputs.map(({ kind, name: output, value }) => [kind, output, name(value)]),
    ),
  ];
  return [`graph ${graph.name}`, ...sections.flat(), countsText(graph.nodes), ''].join('\n');
}

/** Names of all values: nodes and given constants are numbered in order. */
function operandNames({ types, inputs, constants, nodes }: KernelGraph): Map<ValueId, string> {
  const names = new Map<ValueId, string>();
  for (const input of inputs) names.set(input.value, input.name);
  let given = 0;
  for (const { value, content } of constants) {
    const type = types[value];
    if ('data' in content) names.set(value, `$${given++}`);
    else names.set(value, fillText(content.fill, type));
  }
  nodes.forEach((node, index) => names.set(node.output, `%${index}`));
  return names;
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
  // The sum, so that a change beyond the numbers shown is seen too.
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

/** A heading and its lines, the first columns padded to one width; nothing where there are no lines. */
function section(heading: string, rows: readonly (readonly string[])[]): readonly string[] {
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

/** `kernels 7: Add 4, Sum 3`. */
function countsText(nodes: readonly AnyKernelNode[]): string {
  const counts = new Map<string, number>();
  for (const { kernel } of nodes) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const list = sorted.map(([kernel, count]) => `${kernel} ${count}`).join(', ');
  return list === '' ? 'kernels 0' : `kernels ${nodes.length}: ${list}`;
}
