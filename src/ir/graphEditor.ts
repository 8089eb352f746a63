/** Editing of graphs: lookup of types, producers and users, and new nodes and constants. */
import { InternalError } from '../diagnostics/errors.js';
import { sameShape } from './broadcast.js';
import { countUses } from './countUses.js';
import { fillKey } from './fillKey.js';
import type {
  AnyKernelNode,
  GraphConstant,
  KernelGraph,
  KernelNode,
  ValueId,
} from './kernelGraph.js';
import type { KernelName, Kernels } from './kernels.js';
import { sameType } from './sameType.js';
import { inferType } from './shapeRules/shapeRules.js';
import { sizeOf, typeText, type Shape, type TensorType } from './tensorType.js';

/** A value of the same type that replaces a node's output; `undefined` keeps the node. */
export type Replacement = ValueId | undefined;

/** Builds a graph from another, node by node in topological order. Values that are kept keep their numbers. */
export class GraphEditor {
  readonly #graph: KernelGraph;
  readonly #types: TensorType[];
  readonly #constants: GraphConstant[];
  readonly #nodes: AnyKernelNode[] = [];
  readonly #producers = new Map<ValueId, AnyKernelNode>();
  readonly #fills = new Map<ValueId, number>();
  readonly #interned = new Map<string, ValueId>();
  readonly #replaced = new Map<ValueId, ValueId>();
  readonly #uses: Map<ValueId, number>;
  #origin = '';

  constructor(graph: KernelGraph) {
    this.#graph = graph;
    this.#types = [...graph.types];
    this.#constants = [...graph.constants];
    this.#uses = countUses(graph);
    for (const { value, content } of graph.constants) {
      if (!('fill' in content)) continue;
      this.#fills.set(value, content.fill);
      this.#interned.set(fillKey(content.fill, this.type(value)), value);
    }
  }

  /** An unchanged graph, for looking up producers, types and users. */
  static of(graph: KernelGraph): GraphEditor {
    const edit = new GraphEditor(graph);
    for (const node of graph.nodes) edit.visit(node, () => undefined);
    return edit;
  }

  /** Replaces or copies the next node. @throws InternalError where the replacement has another type. */
  visit(node: AnyKernelNode, replace: (node: AnyKernelNode) => Replacement): void {
    this.#origin = node.origin;
    const inputs = node.inputs.map((value) => this.#replaced.get(value) ?? value);
    const current: AnyKernelNode = { ...node, inputs };
    const replacement = replace(current);
    if (replacement === undefined) {
      this.#nodes.push(current);
      this.#producers.set(node.output, current);
      return;
    }
    const [is, must] = [this.type(replacement), this.type(node.output)];
    if (!sameType(is, must)) {
      throw new InternalError(
        `${node.kernel} of type ${typeText(must)} is replaced by a value of type ${typeText(is)}`,
      );
    }
    this.#replaced.set(node.output, replacement);
    const inherited = this.#uses.get(node.output) ?? 0;
    this.#uses.set(replacement, (this.#uses.get(replacement) ?? 0) + inherited);
  }

  /** The new graph; the same object as before where nothing was replaced. */
  finish(): KernelGraph {
    if (this.#replaced.size === 0) return this.#graph;
    return {
      ...this.#graph,
      types: this.#types,
      constants: this.#constants,
      nodes: this.#nodes,
      outputs: this.#graph.outputs.map((output) => ({
        ...output,
        value: this.#replaced.get(output.value) ?? output.value,
      })),
    };
  }

  /** The type of a value. */
  type(value: ValueId): TensorType {
    const type = this.#types[value];
    if (type === undefined) throw new InternalError(`value ${value} has no type`);
    return type;
  }

  /** The shape of a value. */
  shape(value: ValueId): Shape {
    return this.type(value).shape;
  }

  /** The number of elements of a value. */
  size(value: ValueId): number {
    return sizeOf(this.shape(value));
  }

  /** The node that computes a value; undefined for inputs and constants. */
  producer(value: ValueId): AnyKernelNode | undefined {
    return this.#producers.get(value);
  }

  /** The node that computes a value, if it is of this kernel. */
  producerOf<K extends KernelName>(kernel: K, value: ValueId): KernelNode<K> | undefined {
    const node = this.#producers.get(value);
    // The kernel determines the type of the node, which TypeScript does not infer for a generic K.
    return node?.kernel === kernel ? (node as KernelNode<K>) : undefined;
  }

  /** The number that fills a constant; undefined for other values. */
  fill(value: ValueId): number | undefined {
    return this.#fills.get(value);
  }

  /** An upper bound of the number of readers of a value: readers that have been replaced still count. */
  uses(value: ValueId): number {
    return this.#uses.get(value) ?? 0;
  }

  /** The constant of this type that is filled with a number, added where the graph has none. */
  constant(fill: number, type: TensorType = { dtype: 'float32', shape: [] }): ValueId {
    const key = fillKey(fill, type);
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    const value = this.#types.push(type) - 1;
    this.#constants.push({ value, content: { fill } });
    this.#fills.set(value, fill);
    this.#interned.set(key, value);
    return value;
  }

  /** Adds a node, with the origin of the node that is being replaced. @returns Its output. */
  emit<K extends KernelName>(
    kernel: K,
    inputs: readonly ValueId[],
    attributes: Kernels[K]['attributes'],
  ): ValueId {
    const types = inputs.map((value) => this.type(value));
    const output = this.#types.push(inferType(kernel, types, attributes)) - 1;
    const node = { kernel, inputs, attributes, output, origin: this.#origin };
    // A node of a kernel K is in the union over all kernels, which TypeScript does not infer for a generic K.
    this.#nodes.push(node as unknown as AnyKernelNode);
    this.#producers.set(output, node as unknown as AnyKernelNode);
    for (const value of inputs) this.#uses.set(value, this.uses(value) + 1);
    return output;
  }

  /** The value broadcast to a shape; only reshaped where it has as many elements, itself where it has that shape. */
  broadcast(value: ValueId, shape: Shape): ValueId {
    if (this.size(value) === sizeOf(shape)) return this.reshape(value, shape);
    return this.emit('BroadcastTo', [value], { shape });
  }

  /** The value in another shape of the same size; itself where it has that shape. */
  reshape(value: ValueId, shape: Shape): ValueId {
    if (sameShape(this.shape(value), shape)) return value;
    return this.emit('Reshape', [value], { shape });
  }
}
