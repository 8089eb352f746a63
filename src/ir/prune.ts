/** Removal of unused parts of a graph, and renumbering. */
import { InternalError } from '../diagnostics/errors.js';
import type { AnyKernelNode, KernelGraph, ValueId } from './kernelGraph.js';
import type { TensorType } from './tensorType.js';

/**
 * The graph without inputs, constants and nodes that no output depends on. Values keep their numbers.
 *
 * @returns The very same object where nothing is removed.
 */
export function prune(graph: KernelGraph): KernelGraph {
  const live = liveValues(graph);
  const inputs = graph.inputs.filter(({ value }) => live.has(value));
  const constants = graph.constants.filter(({ value }) => live.has(value));
  const nodes = graph.nodes.filter(({ output }) => live.has(output));
  const complete =
    inputs.length === graph.inputs.length &&
    constants.length === graph.constants.length &&
    nodes.length === graph.nodes.length;
  return complete ? graph : { ...graph, inputs, constants, nodes };
}

/**
 * The pruned graph with values numbered from 0 in the order of inputs, constants and nodes.
 *
 * @returns The very same object where nothing changes.
 */
export function compact(graph: KernelGraph): KernelGraph {
  const { name, types, inputs, constants, nodes, outputs } = prune(graph);
  const order = [
    ...inputs.map(({ value }) => value),
    ...constants.map(({ value }) => value),
    ...nodes.map(({ output }) => output),
  ];
  const settled = order.length === types.length && order.every((value, index) => value === index);
  if (settled) return graph;
  const numbers = new Map(order.map((value, index) => [value, index]));
  const number = (value: ValueId): ValueId => known(numbers.get(value), value);
  return {
    name,
    types: order.map((value): TensorType => known(types[value], value)),
    inputs: inputs.map((input) => ({ ...input, value: number(input.value) })),
    constants: constants.map((constant) => ({ ...constant, value: number(constant.value) })),
    nodes: nodes.map((node): AnyKernelNode => ({
      ...node,
      inputs: node.inputs.map(number),
      output: number(node.output),
    })),
    outputs: outputs.map((output) => ({ ...output, value: number(output.value) })),
  };
}

/** The values that outputs depend on. */
function liveValues({ nodes, outputs }: KernelGraph): ReadonlySet<ValueId> {
  const live = new Set(outputs.map(({ value }) => value));
  for (const node of nodes.toReversed()) {
    if (!live.has(node.output)) continue;
    for (const value of node.inputs) live.add(value);
  }
  return live;
}

function known<T>(found: T | undefined, value: ValueId): T {
  if (found === undefined) throw new InternalError(`value ${value} is used and not defined`);
  return found;
}
