/** A profile as a table and sentences in Markdown. */
import { table } from '../compare/page.js';
import type { NodeTime } from './profileGraph.js';

/** Rates of the machine at their best. */
export interface Limits {
  /** GFLOP/s of a matrix product. */
  readonly matMulRate: number;
  /** GB/s of a copy. */
  readonly copyRate: number;
}

/** Operators below this share are one line. */
const leastShare = 0.01;

export function profileText(
  title: string,
  nodes: readonly NodeTime[],
  { matMulRate, copyRate }: Limits,
  { flops, bytesMoved }: { readonly flops: number; readonly bytesMoved: number },
): string {
  const whole = sum(nodes);
  const operators = [...new Set(nodes.map(({ operator }) => operator))];
  const kinds = operators
    .map((operator) => nodes.filter((node) => node.operator === operator))
    .sort((a, b) => sum(b) - sum(a));
  const shown = kinds.filter((list) => sum(list) >= leastShare * whole);
  const others = kinds.filter((list) => sum(list) < leastShare * whole).flat();
  const row = (name: string, list: readonly NodeTime[]): readonly string[] => [
    name,
    `${list.length}`,
    digits(sum(list)),
    `${((100 * sum(list)) / whole).toFixed(0)} %`,
  ];
  const products = nodes.filter(({ matMulFlops }) => matMulFlops > 0);
  const multiplied = products.reduce((total, { matMulFlops }) => total + matMulFlops, 0) / 1e9;
  return [
    table(
      [title, 'nodes', 'ms', 'share'],
      [
        ...shown.map((list) => row(list[0]?.operator ?? '', list)),
        row('others', others),
        row('all', nodes),
      ],
    ),
    `Each node counts at its fastest. The machine multiplies matrices at ${digits(matMulRate)} GFLOP/s and one of its threads copies ${digits(copyRate)} GB/s, bytes read and written together.`,
    `By definition of its layers the step has ${digits(flops / 1e9)} GFLOP, which take ${digits(flops / matMulRate / 1e6)} ms at the rate of a matrix product: it runs at ${digits(flops / 1e6 / whole / matMulRate)} times that rate. With the forms of convolution that are taken, its matrix products have ${digits(multiplied)} GFLOP: ${digits((1000 * multiplied) / matMulRate)} ms at that rate, ${digits(sum(products))} ms here. Its kernels read and write ${digits(bytesMoved / 1e9)} GB, ${digits(bytesMoved / copyRate / 1e6)} ms at the rate of a copy.`,
  ].join('\n\n');
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function sum(nodes: readonly NodeTime[]): number {
  return nodes.reduce((total, { milliseconds }) => total + milliseconds, 0);
}
