/** The nodes and calls of a function, in order, and which of them are wanted. */
import type { AnyKernelNode, ValueId } from '../../../ir/kernelGraph.js';
import type { GraphCall, OutlinedFunction } from '../../../program/outline/outline.js';

/** A node or a call. */
export type Item = AnyKernelNode | GraphCall;

export class Items {
  readonly all: readonly Item[];
  readonly #makers = new Map<ValueId, Item>();
  #wanted: ReadonlySet<Item> = new Set();
  #uses: ReadonlyMap<ValueId, number> = new Map();

  constructor({ graphs: [graph], calls }: OutlinedFunction) {
    this.all = inOrder(graph.nodes, calls);
    for (const item of this.all) for (const id of outputsOf(item)) this.#makers.set(id, item);
  }

  /** Says which values are wanted, of which each is used once more than by other items. */
  want(roots: readonly ValueId[]): void {
    const wanted = this.needs(roots);
    const uses = new Map<ValueId, number>();
    const count = (id: ValueId): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
    for (const item of wanted) item.inputs.forEach(count);
    roots.forEach(count);
    this.#wanted = wanted;
    this.#uses = uses;
  }

  get wanted(): ReadonlySet<Item> {
    return this.#wanted;
  }

  /** Number of times that a value is used by what is wanted. */
  usesOf(id: ValueId): number {
    return this.#uses.get(id) ?? 0;
  }

  /** The items that some values need and others do not. */
  needs(roots: readonly ValueId[], others: readonly ValueId[] = []): ReadonlySet<Item> {
    const known = this.#reached(others);
    return new Set([...this.#reached(roots)].filter((item) => !known.has(item)));
  }

  #reached(roots: readonly ValueId[]): ReadonlySet<Item> {
    const found = new Set<Item>();
    const reach = (id: ValueId): void => {
      const maker = this.#makers.get(id);
      if (!maker || found.has(maker)) return;
      found.add(maker);
      maker.inputs.forEach(reach);
    };
    roots.forEach(reach);
    return found;
  }
}

export function isCall(item: Item): item is GraphCall {
  return 'callee' in item;
}

function outputsOf(item: Item): readonly ValueId[] {
  return isCall(item) ? item.outputs.map(({ value }) => value) : [item.output];
}

/** Nodes and calls as they were recorded. */
function inOrder(nodes: readonly AnyKernelNode[], calls: readonly GraphCall[]): readonly Item[] {
  return [
    ...nodes.flatMap((node, at) => [...calls.filter(({ after }) => after === at), node]),
    ...calls.filter(({ after }) => after >= nodes.length),
  ];
}
