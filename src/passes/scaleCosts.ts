/** Costs of multiplying a value by a constant at different places of a graph. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../ir/kernelGraph.js';
import { elementwiseCost } from './cost.js';
import { bilinear, outputFactor } from './homogeneity.js';
import { scaledNode } from './scale.js';

/** Number of nodes in a row that are looked at; graphs are deeper than the call stack of JavaScript. */
const maxDepth = 500;

/** Costs in one graph. They decide whether a change pays, not whether it is correct. */
export class ScaleCosts {
  readonly #users = new Map<ValueId, AnyKernelNode[]>();
  readonly #outputs: ReadonlySet<ValueId>;
  readonly #upstream = new Map<ValueId, number>();
  readonly #downstream = new Map<string, number>();
  #depth = 0;

  /** @param edit The whole graph, unchanged. */
  constructor(
    graph: KernelGraph,
    readonly edit: GraphEditor,
  ) {
    for (const node of graph.nodes) {
      for (const value of node.inputs) {
        const users = this.#users.get(value);
        if (users === undefined) this.#users.set(value, [node]);
        else users.push(node);
      }
    }
    this.#outputs = new Set(graph.outputs.map(({ value }) => value));
  }

  /** The cost of a node of its own. */
  here(value: ValueId): number {
    return elementwiseCost(this.edit.size(value));
  }

  /** The cost on the value or on a factor of it, where that has no other reader. */
  upstream(value: ValueId): number {
    return this.#remembered(this.#upstream, value, this.here(value), () => {
      if (this.edit.fill(value) !== undefined) return 0;
      const inner = this.innerPlace(value);
      const here = this.here(value);
      return inner === undefined ? here : Math.min(here, this.upstream(inner));
    });
  }

  /** The input of a value's node that takes the factor at the least cost. */
  innerPlace(value: ValueId): ValueId | undefined {
    const node = this.edit.producer(value);
    if (node === undefined || this.edit.uses(value) > 1) return undefined;
    if (node.kernel === 'Reshape' || node.kernel === 'Transpose') return node.inputs[0];
    if (!bilinear.has(node.kernel)) return undefined;
    const [a = -1, b = -1] = node.inputs;
    return this.upstream(b) <= this.upstream(a) ? b : a;
  }

  /** The cost of leaving the factor to all readers of the value; infinite where one cannot take it. */
  downstream(value: ValueId, factor: number): number {
    return this.#remembered(this.#downstream, `${value}·${factor}`, Infinity, () => {
      if (this.#outputs.has(value)) return Infinity;
      const users = this.#users.get(value) ?? [];
      return users.reduce((cost, user) => cost + this.#inUser(user, value, factor), 0);
    });
  }

  /** The cost of a node of its own or of leaving the factor to the readers, whichever is less. */
  onward(value: ValueId, factor: number): number {
    return factor === 1 ? 0 : Math.min(this.here(value), this.downstream(value, factor));
  }

  #inUser(user: AnyKernelNode, value: ValueId, factor: number): number {
    if (scaledNode(user, this.edit)?.x === value) return 0;
    const places = user.inputs.filter((input) => input === value).length;
    if (places > 1) return Infinity;
    if (absorbsSign(user, user.inputs.indexOf(value), factor)) return 0;
    const factors = user.inputs.map((input) => (input === value ? factor : 1));
    const result = outputFactor(user, factors);
    if (result === undefined) return Infinity;
    const after = this.onward(user.output, result);
    if (!bilinear.has(user.kernel)) return after;
    const others = user.inputs.filter((input) => input !== value);
    return Math.min(after, ...others.map((input) => this.upstream(input)));
  }

  /** A cost, found once. @param beyond The cost where too many nodes were looked at to find it. */
  #remembered<K>(known: Map<K, number>, key: K, beyond: number, find: () => number): number {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (this.#depth === maxDepth) return beyond;
    this.#depth += 1;
    const found = find();
    this.#depth -= 1;
    known.set(key, found);
    return found;
  }
}

/** True if −x as this operand turns a sum into a difference or back. */
export function absorbsSign(node: AnyKernelNode, place: number, factor: number): boolean {
  if (factor !== -1) return false;
  return node.kernel === 'Add' || (node.kernel === 'Sub' && place === 1);
}
