/** Moves constant factors to where tensors are smallest. */
import { GraphEditor } from '../ir/graphEditor.js';
import type { AnyKernelNode, KernelGraph, KernelNode, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import { rewriteEach } from '../ir/rewrite.js';
import { bilinear, outputFactor } from './homogeneity.js';
import type { Pass } from './pass.js';
import { multipleOf, scaledNode, type Scaled } from './scale.js';
import { absorbsSign, ScaleCosts } from './scaleCosts.js';

/**
 * One run over a graph. A factor that is left to the readers of a value is postponed: readers that can take the factor read
 * the value without it, and the node with the factor is kept for the others.
 */
class ScaleMover {
  readonly #costs: ScaleCosts;
  readonly #postponed = new Map<ValueId, Scaled>();

  constructor(graph: KernelGraph) {
    this.#costs = new ScaleCosts(graph, GraphEditor.of(graph));
  }

  /** The replacement of a node, as in a rewrite rule. */
  move<K extends KernelName>(node: KernelNode<K>, edit: GraphEditor): ValueId | undefined {
    const original = this.#costs.edit.producer(node.output);
    if (original === undefined) return undefined;
    const parts = node.inputs.map((x) => this.#postponed.get(x) ?? { x, factor: 1 });
    const scaled = scaledNode(node, edit);
    if (parts.every(({ factor }) => factor === 1)) {
      return scaled && this.#place(node, original, scaled, edit);
    }
    if (scaled !== undefined) {
      const inner = this.#postponed.get(scaled.x);
      return inner && multipleOf(inner.x, inner.factor * scaled.factor, edit);
    }
    return signChange(original, parts, edit) ?? this.#carry(node, original, parts, edit);
  }

  /** Moves a product with a constant upstream or downstream, where that is cheaper than a node of its own. */
  #place<K extends KernelName>(
    node: KernelNode<K>,
    original: AnyKernelNode,
    { x, factor }: Scaled,
    edit: GraphEditor,
  ): ValueId | undefined {
    const source = scaledNode(original, this.#costs.edit)?.x ?? x;
    const single = this.#costs.edit.uses(source) === 1;
    const up = single ? this.#costs.upstream(source) : Infinity;
    const down = this.#costs.downstream(node.output, factor);
    if (Math.min(up, down) >= this.#costs.here(node.output)) return undefined;
    if (up <= down) return this.#absorb(source, x, factor, edit);
    this.#postponed.set(node.output, { x, factor });
    return undefined;
  }

  /** Rewrites a node whose inputs have postponed factors: they move to an operand, to the output, or to its readers. */
  #carry<K extends KernelName>(
    node: KernelNode<K>,
    original: AnyKernelNode,
    parts: readonly Scaled[],
    edit: GraphEditor,
  ): ValueId | undefined {
    const factors = parts.map(({ factor }) => factor);
    const result = outputFactor(node, factors);
    if (result === undefined) return undefined;
    const values = parts.map(({ x }) => x);
    const after = this.#costs.onward(node.output, result);
    if (bilinear.has(node.kernel)) {
      // An operand with a postponed factor is where the factor comes from.
      const costs = original.inputs.map((value, at) =>
        factors[at] === 1 ? this.#costs.upstream(value) : Infinity,
      );
      const place = costs.indexOf(Math.min(...costs));
      if ((costs[place] ?? Infinity) < after) {
        const [source = -1, value = -1] = [original.inputs[place], values[place]];
        const operand = this.#absorb(source, value, result, edit);
        return edit.emit(node.kernel, values.with(place, operand), node.attributes);
      }
    }
    const x = edit.emit(node.kernel, values, node.attributes);
    if (result === 1 || after >= this.#costs.here(node.output)) return multipleOf(x, result, edit);
    this.#postponed.set(node.output, { x, factor: result });
    return undefined;
  }

  /** `factor · x` with the factor moved to the operands of x; `source` is x in the original graph. */
  #absorb(source: ValueId, x: ValueId, factor: number, edit: GraphEditor): ValueId {
    const [before, now] = [this.#costs.edit.producer(source), edit.producer(x)];
    const inner = this.#costs.innerPlace(source);
    if (inner === undefined || before?.kernel !== now?.kernel || now === undefined) {
      return multipleOf(x, factor, edit);
    }
    if (this.#costs.upstream(inner) >= this.#costs.here(source)) return multipleOf(x, factor, edit);
    const place = before?.inputs.indexOf(inner) ?? 0;
    const operand = this.#absorb(inner, now.inputs[place] ?? -1, factor, edit);
    return edit.emit(now.kernel, now.inputs.with(place, operand), now.attributes);
  }
}

/** a + (−b) = a − b, a − (−b) = a + b. */
function signChange(
  node: AnyKernelNode,
  parts: readonly Scaled[],
  edit: GraphEditor,
): ValueId | undefined {
  const place = parts.findIndex(({ factor }, at) => absorbsSign(node, at, factor));
  const [changed, other] = [parts[place], parts[1 - place]];
  if (changed === undefined || other?.factor !== 1) return undefined;
  return node.kernel === 'Add'
    ? edit.emit('Sub', [other.x, changed.x], {})
    : edit.emit('Add', [other.x, changed.x], {});
}

/** The pass. */
export const moveScales: Pass = {
  name: 'moveScales',
  sentence: 'constant factors move along products and linear kernels to where tensors are smallest',
  run(graph) {
    const mover = new ScaleMover(graph);
    return rewriteEach(graph, (node, edit) => mover.move(node, edit));
  },
};
