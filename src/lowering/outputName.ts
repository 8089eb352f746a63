/** Names of the outputs of a lowered graph, for programs that use it. */
import type { GraphOutput } from '../ir/kernelGraph.js';

/** The name of an output: that of a result, or `next/x` for the next value of state `x`, since `x` is an input. */
export function outputName({ kind, name }: GraphOutput): string {
  return kind === 'state' ? `next/${name}` : name;
}
