/** Interprets graphs in float64 with plain loops that follow the definition of each kernel: the reference for every engine. */
import type { AnyKernelNode, KernelGraph, ValueId } from '../ir/kernelGraph.js';
import type { KernelName, Kernels } from '../ir/kernels.js';
import { sizeOf } from '../ir/tensorType.js';
import { contractionInterpreters } from './contraction.js';
import { elementwiseInterpreters } from './elementwise.js';
import type { Interpreter, Interpreters } from './interpreter.js';
import { layoutInterpreters } from './layout.js';
import type { Values } from './values.js';

const interpreters: Interpreters = {
  ...elementwiseInterpreters,
  ...layoutInterpreters,
  ...contractionInterpreters,
};

/** The output of one kernel. */
export function interpretKernel<K extends KernelName>(
  kernel: K,
  inputs: readonly Values[],
  attributes: Kernels[K]['attributes'],
): Values {
  // A node has as many inputs as its kernel declares, which the type of the list does not express.
  const interpreter = interpreters[kernel] as unknown as (
    inputs: readonly Values[],
    attributes: Parameters<Interpreter<K>>[1],
  ) => Values;
  return interpreter(inputs, attributes);
}

/**
 * Computes the outputs of a graph.
 *
 * @param feeds Values of every input, state and feeds alike, by name.
 * @returns Values of every output by name.
 * @throws Error where an input is missing or has a wrong length, or where a value is not of the type declared in the graph.
 */
export function interpret(
  graph: KernelGraph,
  feeds: ReadonlyMap<string, Float64Array>,
): ReadonlyMap<string, Float64Array> {
  const values: Values[] = [];
  const typeOf = (id: ValueId) => {
    const type = graph.types[id];
    if (type === undefined) throw new Error(`value ${id} has no type`);
    return type;
  };
  const valueOf = (id: ValueId) => {
    const value = values[id];
    if (value === undefined) throw new Error(`value ${id} is used before it is made`);
    return value;
  };
  for (const { name, value } of graph.inputs) {
    const data = feeds.get(name);
    const type = typeOf(value);
    if (data?.length !== sizeOf(type.shape)) {
      throw new Error(`input ${name} got ${data?.length ?? 'no'} numbers`);
    }
    values[value] = { ...type, data };
  }
  for (const { value, content } of graph.constants) {
    const type = typeOf(value);
    const data =
      'fill' in content
        ? new Float64Array(sizeOf(type.shape)).fill(content.fill)
        : Float64Array.from(content.data);
    values[value] = { ...type, data };
  }
  for (const node of graph.nodes) {
    values[node.output] = checked(node, run(node, node.inputs.map(valueOf)), typeOf(node.output));
  }
  return new Map(graph.outputs.map(({ name, value }) => [name, valueOf(value).data]));
}

function run(node: AnyKernelNode, inputs: readonly Values[]): Values {
  return interpretKernel(node.kernel, inputs, node.attributes);
}

function checked(node: AnyKernelNode, result: Values, type: Pick<Values, 'dtype' | 'shape'>) {
  const found = `${result.dtype}[${result.shape.join(',')}]`;
  const expected = `${type.dtype}[${type.shape.join(',')}]`;
  if (found !== expected) throw new Error(`${node.kernel} gives ${found}, not ${expected}`);
  return result;
}
