/** Takes the loops that end in state out of a graph. */
import { sameShape } from '../../ir/broadcast.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import { prune } from '../../ir/prune.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import type { FusedLoop } from './fusedLoop.js';
import { isLoopKernel } from './loopKernels.js';

/** A graph in two parts, which run one after the other. */
export interface SplitGraph {
  /** Everything but the loops. The values that loops read from it are results, named by `loopOperandName`. */
  readonly rest: KernelGraph;
  /** They read inputs of the graph and values of the rest, never each other's results. */
  readonly loops: readonly FusedLoop[];
}

/** The name of a value of the rest that loops read. */
export function loopOperandName(value: ValueId): string {
  return `loop/${value}`;
}

/**
 * Splits a graph into loops and the rest.
 *
 * A node belongs to a loop where its result goes into state or to nodes of that loop, and nowhere else: these are the
 * updates by optimizers and averages, up to the last sums of the gradients. Loops that read the same tensor are one, so
 * that it is read once.
 */
export function splitLoops(graph: KernelGraph): SplitGraph {
  return new LoopSplitter(graph).split();
}

class LoopSplitter {
  readonly #graph: KernelGraph;
  readonly #fills = new Map<ValueId, number>();
  /** Constants of many numbers. */
  readonly #lists = new Set<ValueId>();

  constructor(graph: KernelGraph) {
    this.#graph = graph;
    for (const { value, content } of graph.constants) {
      if ('fill' in content) this.#fills.set(value, content.fill);
      else this.#lists.add(value);
    }
  }

  split(): SplitGraph {
    const nodes = this.#loopNodes();
    if (nodes.length === 0) return { rest: this.#graph, loops: [] };
    const loops = this.#groups(nodes).map((group) => this.#loopOf(group));
    return { rest: this.#rest(nodes, loops), loops };
  }

  /** The nodes of all loops, in topological order. */
  #loopNodes(): readonly AnyKernelNode[] {
    const { nodes, outputs } = this.#graph;
    const needed = new Set(outputs.map(({ value }) => value));
    // Values that have a reader other than loop nodes of their own shape.
    const kept = new Set(outputs.flatMap(({ kind, value }) => (kind === 'result' ? [value] : [])));
    const taken: AnyKernelNode[] = [];
    for (const node of nodes.toReversed()) {
      const { output } = node;
      const isTaken = needed.has(output) && !kept.has(output) && this.#fitsLoop(node);
      if (isTaken) taken.push(node);
      for (const value of node.inputs) {
        needed.add(value);
        if (!isTaken || !this.#sameShape(value, output)) kept.add(value);
      }
    }
    return taken.toReversed();
  }

  /** True for elementwise kernels of float32 tensors of the result's shape, numbers and filled constants. */
  #fitsLoop({ kernel, inputs, output }: AnyKernelNode): boolean {
    return (
      isLoopKernel(kernel) &&
      [output, ...inputs].every((value) => typeOf(this.#graph, value).dtype === 'float32') &&
      inputs.every(
        (value) =>
          !this.#lists.has(value) &&
          (this.#fills.has(value) ||
            sizeOf(this.#shape(value)) === 1 ||
            this.#sameShape(value, output)),
      )
    );
  }

  /** The nodes of each loop: those that are connected by a result, or by a tensor that both read. */
  #groups(nodes: readonly AnyKernelNode[]): readonly (readonly AnyKernelNode[])[] {
    const parents = new Map<ValueId, ValueId>();
    const root = (value: ValueId): ValueId => {
      let top = value;
      for (let up = parents.get(top); up !== undefined; up = parents.get(top)) top = up;
      if (top !== value) parents.set(value, top);
      return top;
    };
    for (const { inputs, output } of nodes) {
      for (const value of inputs) {
        const [a, b] = [root(value), root(output)];
        const isTensor = !this.#fills.has(value) && this.#sameShape(value, output);
        if (isTensor && a !== b) parents.set(a, b);
      }
    }
    const groups = new Map<ValueId, AnyKernelNode[]>();
    for (const node of nodes) {
      const group = groups.get(root(node.output));
      if (group) group.push(node);
      else groups.set(root(node.output), [node]);
    }
    return [...groups.values()];
  }

  #loopOf(nodes: readonly AnyKernelNode[]): FusedLoop {
    const made = new Set(nodes.map(({ output }) => output));
    const read = new Set(nodes.flatMap(({ inputs }) => inputs.filter((value) => !made.has(value))));
    const shape = this.#shape(nodes[0]?.output ?? -1);
    const isFill = (value: ValueId): boolean => this.#fills.has(value);
    return {
      size: sizeOf(shape),
      operands: Array.from(read)
        .filter((value) => !isFill(value))
        .map((value) => ({ value, single: !sameShape(this.#shape(value), shape) })),
      fills: new Map([...read].filter(isFill).map((value) => [value, this.#fills.get(value) ?? 0])),
      nodes,
      results: this.#graph.outputs.filter(({ value }) => made.has(value)),
    };
  }

  #rest(taken: readonly AnyKernelNode[], loops: readonly FusedLoop[]): KernelGraph {
    const { nodes, outputs } = this.#graph;
    const inLoops = new Set(taken.map(({ output }) => output));
    const computed = new Set(nodes.map(({ output }) => output).filter((it) => !inLoops.has(it)));
    const read = new Set(loops.flatMap(({ operands }) => operands.map(({ value }) => value)));
    return prune({
      ...this.#graph,
      nodes: nodes.filter(({ output }) => computed.has(output)),
      outputs: [
        ...outputs.filter(({ value }) => !inLoops.has(value)),
        ...[...read]
          .filter((value) => computed.has(value))
          .map((value) => ({ name: loopOperandName(value), value, kind: 'result' as const })),
      ],
    });
  }

  #shape(value: ValueId): Shape {
    return typeOf(this.#graph, value).shape;
  }

  #sameShape(a: ValueId, b: ValueId): boolean {
    return sameShape(this.#shape(a), this.#shape(b));
  }
}
