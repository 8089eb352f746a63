import type { KernelGraph } from '../ir/kernelGraph.js';
import { numberText } from '../ir/numberText.js';

/**
 * A graph whose constants are the decimals that they were written as: recording rounds 0.001 to float32, which float64
 * would go on with as 0.0010000000474974513.
 */
export function decimalConstants(graph: KernelGraph): KernelGraph {
  const constants = graph.constants.map((constant) =>
    'fill' in constant.content
      ? { ...constant, content: { fill: Number(numberText(constant.content.fill)) } }
      : constant,
  );
  return { ...graph, constants };
}
