/** Eliminates common subexpressions. */
import { fillKey } from '../ir/fillKey.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../ir/kernelGraph.js';
import { isCommutative } from '../ir/kernels.js';
import { rewriteEach } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

/** A key that is equal for nodes that compute the same value. */
function keyOf(node: AnyKernelNode): string {
  const inputs = isCommutative(node.kernel) ? node.inputs.toSorted((a, b) => a - b) : node.inputs;
  return `${node.kernel} ${inputs.join(',')} ${attributeKey(node.attributes)}`;
}

function attributeKey(attributes: object): string {
  // JSON has neither infinities nor −0, which attributes such as clipping bounds may be.
  return JSON.stringify(attributes, (_, value: unknown) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? `${Object.is(value, -0) ? '-0' : value}`
      : value,
  );
}

/** The graph with one constant for each number and type. */
function mergeConstants(graph: KernelGraph): KernelGraph {
  const first = new Map<string, ValueId>();
  const same = new Map<ValueId, ValueId>();
  for (const { value, content } of graph.constants) {
    const type = graph.types[value];
    if (!('fill' in content) || type === undefined) continue;
    const key = fillKey(content.fill, type);
    const known = first.get(key);
    if (known === undefined) first.set(key, value);
    else same.set(value, known);
  }
  if (same.size === 0) return graph;
  const one = (value: ValueId): ValueId => same.get(value) ?? value;
  return {
    ...graph,
    constants: graph.constants.filter(({ value }) => !same.has(value)),
    nodes: graph.nodes.map((node) => ({ ...node, inputs: node.inputs.map(one) })),
    outputs: graph.outputs.map((output) => ({ ...output, value: one(output.value) })),
  };
}

/** The pass. */
export const commonSubexpressions: Pass = {
  name: 'commonSubexpressions',
  sentence: 'what is computed twice from the same values is computed once',
  run(graph) {
    const known = new Map<string, ValueId>();
    return rewriteEach(mergeConstants(graph), (node) => {
      const key = keyOf(node);
      const found = known.get(key);
      if (found === undefined) known.set(key, node.output);
      return found;
    });
  },
};
