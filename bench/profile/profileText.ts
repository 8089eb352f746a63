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
    sum(list).toFixed(1),
    `${((100 * sum(list)) / whole).toFixed(0)} %`,
  ];
  const products = nodes.filter(({ matMulFlops }) => matMulFlops > 0);
  const multiplied = products.reduce((total, { matMulFlops }) => total + matMulFlops, 0) / 1e9;
  const rate = (1000 * multiplied) / sum(products);
  return [
    table(
      [title, 'nodes', 'ms', 'share'],
      [
        ...shown.map((list) => row(list[0]?.operator ?? '', list)),
        row('others', others),
        row('all', nodes),
      ],
    ),
    `Each node counts at its fastest. The machine multiplies matrices at ${matMulRate.toFixed(0)} GFLOP/s and one of its threads copies ${copyRate.toFixed(1)} GB/s, bytes read and written together.`,
    `The step has ${(flops / 1e9).toFixed(1)} GFLOP by definition of its layers, which take ${(flops / matMulRate / 1e6).toFixed(0)} ms at the rate of a matrix product: it runs at ${(flops / 1e6 / whole / matMulRate).toFixed(2)} times that rate, since fast forms of convolution leave ${multiplied.toFixed(1)} GFLOP of matrix products, ${((1000 * multiplied) / matMulRate).toFixed(0)} ms at that rate and ${sum(products).toFixed(0)} ms here (${((100 * rate) / matMulRate).toFixed(0)} % of the rate). Its kernels read and write ${(bytesMoved / 1e9).toFixed(2)} GB, ${(bytesMoved / copyRate / 1e6).toFixed(0)} ms at the rate of a copy.`,
  ].join('\n\n');
}

function sum(nodes: readonly NodeTime[]): number {
  return nodes.reduce((total, { milliseconds }) => total + milliseconds, 0);
}
