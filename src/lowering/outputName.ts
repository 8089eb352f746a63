/** Names of the outputs of a lowered graph, for programs that use it. */
import type { GraphOutput } from '../ir/kernelGraph.js';

/** Results keep their names; the next value of state `x` is `next/x`, since `x` is an input. */
export function outputName({ kind, name }: GraphOutput): string {
  return kind === 'state' ? `next/${name}` : name;
}
