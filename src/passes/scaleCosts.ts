/** What it costs to multiply a value by a constant, at the best place for it. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../ir/kernelGraph.js';
import { elementwiseCost } from './cost.js';
import { bilinear, outputFactor } from './homogeneity.js';
import { scaledNode } from './scale.js';

/** Answers for one graph; they say what is worth doing, never what is right. */
export class ScaleCosts {
  readonly #users = new Map<ValueId, AnyKernelNode[]>();
  readonly #outputs: ReadonlySet<ValueId>;
  readonly #upstream = new Map<ValueId, number>();
  readonly #downstream = new Map<string, number>();

  /** @param edit All of the graph, to be asked. */
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

  /** With a node of its own. */
  here(value: ValueId): number {
    return elementwiseCost(this.edit.size(value));
  }

  /** On the value, or on what it is a product of, where that serves nothing else. */
  upstream(value: ValueId): number {
    return remembered(this.#upstream, value, () => {
      if (this.edit.fill(value) !== undefined) return 0;
      const inner = this.innerPlace(value);
      const here = this.here(value);
      return inner === undefined ? here : Math.min(here, this.upstream(inner));
    });
  }

  /** The input of a value's node that may carry the value's factor at the least cost. */
  innerPlace(value: ValueId): ValueId | undefined {
    const node = this.edit.producer(value);
    if (node === undefined || this.edit.uses(value) > 1) return undefined;
    if (node.kernel === 'Reshape' || node.kernel === 'Transpose') return node.inputs[0];
    if (!bilinear.has(node.kernel)) return undefined;
    const [a = -1, b = -1] = node.inputs;
    return this.upstream(b) <= this.upstream(a) ? b : a;
  }

  /** Where the factor is left to everything that reads the value; infinite where one reader cannot take it. */
  downstream(value: ValueId, factor: number): number {
    return remembered(this.#downstream, `${value}·${factor}`, () => {
      if (this.#outputs.has(value)) return Infinity;
      const users = this.#users.get(value) ?? [];
      return users.reduce((cost, user) => cost + this.#inUser(user, value, factor), 0);
    });
  }

  /** With a node of its own, or left to the readers. */
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
}

function remembered<K>(known: Map<K, number>, key: K, find: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/** Whether −x at this place of a sum or difference only turns the one into the other. */
export function absorbsSign(node: AnyKernelNode, place: number, factor: number): boolean {
  if (factor !== -1) return false;
  return node.kernel === 'Add' || (node.kernel === 'Sub' && place === 1);
}
