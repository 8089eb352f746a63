/** Helpers to write kernel graphs in tests. */
import type { AnyKernelNode, GraphInput, KernelGraph, ValueId } from '../../src/ir/kernelGraph.js';
import type { KernelName, Kernels } from '../../src/ir/kernels.js';
import { inferType } from '../../src/ir/shapeRules/shapeRules.js';
import { typeText, type Shape, type TensorData, type TensorType } from '../../src/ir/tensorType.js';

/** A graph under construction. Values are numbered in the order of their definition. */
export class GraphBuilder {
  readonly types: TensorType[] = [];
  readonly #inputs: GraphInput[] = [];
  readonly #constants: KernelGraph['constants'][number][] = [];
  readonly #nodes: AnyKernelNode[] = [];
  readonly #outputs: KernelGraph['outputs'][number][] = [];

  /** A float32 feed, or an input of another dtype or kind. */
  input(
    name: string,
    shape: Shape,
    {
      dtype = 'float32',
      kind = 'feed',
    }: { dtype?: TensorType['dtype']; kind?: GraphInput['kind'] } = {},
  ): ValueId {
    const value = this.types.push({ dtype, shape }) - 1;
    this.#inputs.push({ name, value, kind });
    return value;
  }

  /** A constant filled with one number. */
  fill(fill: number, shape: Shape = [], dtype: TensorType['dtype'] = 'float32'): ValueId {
    const value = this.types.push({ dtype, shape }) - 1;
    this.#constants.push({ value, content: { fill } });
    return value;
  }

  /** A constant of given numbers. */
  data({ dtype, shape, data }: TensorData): ValueId {
    const value = this.types.push({ dtype, shape }) - 1;
    this.#constants.push({ value, content: { data } });
    return value;
  }

  node<K extends KernelName>(
    kernel: K,
    inputs: readonly ValueId[],
    attributes: Kernels[K]['attributes'],
    origin = '',
  ): ValueId {
    const types = inputs.map((value) => this.type(value));
    const output = this.types.push(inferType(kernel, types, attributes)) - 1;
    // The caller pairs the kernel with its attributes, as the node does.
    this.#nodes.push({ kernel, inputs, attributes, output, origin } as unknown as AnyKernelNode);
    return output;
  }

  type(value: ValueId): TensorType {
    const type = this.types[value];
    if (type === undefined) throw new Error(`no value ${value}`);
    return type;
  }

  result(name: string, value: ValueId): void {
    this.#outputs.push({ name, value, kind: 'result' });
  }

  state(name: string, value: ValueId): void {
    this.#outputs.push({ name, value, kind: 'state' });
  }

  graph(name = 'test'): KernelGraph {
    return {
      name,
      types: this.types,
      inputs: this.#inputs,
      constants: this.#constants,
      nodes: this.#nodes,
      outputs: this.#outputs,
    };
  }
}

/** The graph that `build` writes. The values that it returns become the results `y0`, `y1`, …. */
export function graphOf(build: (g: GraphBuilder) => ValueId | readonly ValueId[]): KernelGraph {
  const builder = new GraphBuilder();
  const values = [build(builder)].flat();
  values.forEach((value, index) => {
    builder.result(`y${index}`, value);
  });
  return builder.graph();
}

/**
 * A graph's nodes and results as one expression each: `y0 = Add(x, Neg(z))`, with constants as numbers (and their type where
 * they are no float32 scalars), attributes in braces, and shared values written again at each use.
 */
export function expressions(graph: KernelGraph): string[] {
  const texts = new Map<ValueId, string>();
  for (const { name, value } of graph.inputs) texts.set(value, name);
  for (const { value, content } of graph.constants) {
    const type = graph.types[value];
    const text = 'fill' in content ? String(content.fill) : `[${[...content.data].join(' ')}]`;
    const plain = type?.dtype === 'float32' && type.shape.length === 0;
    texts.set(value, plain || !type ? text : `${text}:${typeText(type)}`);
  }
  for (const { kernel, inputs, attributes, output } of graph.nodes) {
    const operands = inputs.map((value) => texts.get(value) ?? '?');
    const options = Object.values(attributes).map((value) => JSON.stringify(value));
    const braces = options.length > 0 ? `{${options.join(' ')}}` : '';
    texts.set(output, `${kernel}${braces}(${operands.join(', ')})`);
  }
  return graph.outputs.map(({ name, value }) => `${name} = ${texts.get(value) ?? '?'}`);
}
