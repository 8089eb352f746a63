/** Takes the gradients of several losses through a network in one pass back. */
import { sameShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import type { AnyKernelNode, KernelGraph, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import { prune } from '../ir/prune.js';
import { rewriteEach } from '../ir/rewrite.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { typeOf } from '../ir/typeOf.js';
import type { Pass } from './pass.js';

/**
 * A value x whose samples, along the first axis, are those of another value u times one number each: xᵢ = sᵢ · uᵢ.
 *
 * Such is the gradient of a loss by a layer of a network that mixes no samples: s `[samples, 1]` is the gradient by the
 * scores, and u that of the scores by the layer, which all losses have in common. No loss is divided by: s may be 0.
 */
interface Scaled {
  /** The value s. */
  readonly seed: ValueId;
  /** Equal for values of one u. */
  readonly unit: number;
  /** The places of the operands of x that are scaled by s as well; none for the product with s itself. */
  readonly places: readonly number[];
}

/** Kernels that are linear in one operand, sample by sample, with the places of such operands. */
const linear: { readonly [K in KernelName]?: readonly number[] } = {
  Multiply: [0, 1],
  Neg: [0],
  Reshape: [0],
  BatchMatMul: [0],
  Conv2D: [0],
  Conv2DBackpropInput: [0],
  UpSampleNearest: [0],
  UpSampleNearestGrad: [0],
};

/** Kernels that cost more than the products with s that take their place. */
const costly: ReadonlySet<KernelName> = new Set(['BatchMatMul', 'Conv2D', 'Conv2DBackpropInput']);

/** The scaled values of a graph. */
class ScaledValues {
  readonly #graph: KernelGraph;
  readonly #found = new Map<ValueId, Scaled>();
  readonly #units = new Map<string, number>();
  readonly #seeds = new Map<number, Set<ValueId>>();

  /** @param graph Without nodes that nothing needs, which would count as those of a loss. */
  constructor(graph: KernelGraph) {
    this.#graph = graph;
    for (const node of graph.nodes) {
      const places = this.#places(node);
      if (places === undefined) continue;
      const seed = this.#seedOf(node, places);
      const unit = this.#unitOf(node, places);
      this.#found.set(node.output, { seed, unit, places });
      const seeds = this.#seeds.get(unit);
      if (seeds) seeds.add(seed);
      else this.#seeds.set(unit, new Set([seed]));
    }
  }

  get(value: ValueId): Scaled | undefined {
    return this.#found.get(value);
  }

  /** The values that several losses have in common before or after a costly kernel. */
  shared(): ReadonlySet<ValueId> {
    const shared = new Set<ValueId>();
    for (const { kernel, inputs, output } of this.#graph.nodes) {
      const { places = [] } = this.#several(output) ?? {};
      const follows = places.some((place) => shared.has(inputs[place] ?? -1));
      if (places.length > 0 && (costly.has(kernel) || follows)) shared.add(output);
    }
    for (const { inputs, output } of this.#graph.nodes.toReversed()) {
      const { places = [] } = this.#several(output) ?? {};
      if (shared.has(output)) for (const place of places) shared.add(inputs[place] ?? -1);
    }
    return shared;
  }

  /** A scaled value of which several losses need the u. */
  #several(value: ValueId): Scaled | undefined {
    const scaled = this.#found.get(value);
    return scaled && (this.#seeds.get(scaled.unit)?.size ?? 0) > 1 ? scaled : undefined;
  }

  /** The places of a node's scaled operands; undefined where the node is not scaled. */
  #places(node: AnyKernelNode): readonly number[] | undefined {
    if (this.#isStart(node)) return [];
    const { kernel, inputs } = node;
    const scaled = [...inputs.keys()].filter((place) => this.#found.has(inputs[place] ?? -1));
    if (kernel === 'Add' || kernel === 'Sub') return this.#isSum(node) ? [0, 1] : undefined;
    const [place] = scaled;
    const isLinear = scaled.length === 1 && place !== undefined && linear[kernel]?.includes(place);
    return isLinear && this.#keepsSamples(node, inputs[place] ?? -1) ? scaled : undefined;
  }

  /** The product of s with the weights `[1, size]` of a dense layer of one unit. */
  #isStart({ kernel, inputs: [seed = -1, weights = -1], attributes }: AnyKernelNode): boolean {
    if (kernel !== 'BatchMatMul' || attributes.transposeA || this.#found.has(seed)) return false;
    const [shape, other] = [this.#shape(seed), this.#shape(weights)];
    return shape.length === 2 && shape[1] === 1 && other.length === 2;
  }

  /** Sums of values of the same shape and s. */
  #isSum({ inputs: [a = -1, b = -1] }: AnyKernelNode): boolean {
    const [left, right] = [this.#found.get(a), this.#found.get(b)];
    const isOfOne = left !== undefined && left.seed === right?.seed;
    return isOfOne && sameShape(this.#shape(a), this.#shape(b));
  }

  /** True where sample i of the result depends on sample i of the operand alone. */
  #keepsSamples({ kernel, inputs, attributes, output }: AnyKernelNode, operand: ValueId): boolean {
    const [before, after] = [this.#shape(operand), this.#shape(output)];
    if (kernel === 'Multiply') return sameShape(before, after);
    if (kernel === 'BatchMatMul') {
      const isPlain = before.length === 2 && this.#shape(inputs[1] ?? -1).length === 2;
      return isPlain && !attributes.transposeA;
    }
    return before[0] === after[0];
  }

  #seedOf({ inputs }: AnyKernelNode, [place = 0]: readonly number[]): ValueId {
    const operand = inputs[place] ?? -1;
    return this.#found.get(operand)?.seed ?? operand;
  }

  #unitOf({ kernel, inputs, attributes }: AnyKernelNode, places: readonly number[]): number {
    const operands = inputs.map((input, place) => {
      if (places.length === 0 && place === 0) return 's';
      return places.includes(place) ? `u${this.#found.get(input)?.unit}` : String(input);
    });
    const key = [kernel, JSON.stringify(attributes), ...operands].join(' ');
    const unit = this.#units.get(key) ?? this.#units.size;
    this.#units.set(key, unit);
    return unit;
  }

  #shape(value: ValueId): Shape {
    return typeOf(this.#graph, value).shape;
  }
}

/** One run over a graph. */
class BackwardSharer {
  readonly #scaled: ScaledValues;
  readonly #shared: ReadonlySet<ValueId>;
  /** The u of each scaled value, by its number and by the value. */
  readonly #made = new Map<number, ValueId>();
  readonly #units = new Map<ValueId, ValueId>();
  readonly #seeds = new Map<ValueId, ValueId>();

  constructor(scaled: ScaledValues, shared: ReadonlySet<ValueId>) {
    this.#scaled = scaled;
    this.#shared = shared;
  }

  /** s · u in the place of a value whose u is shared, or which is smaller than the shared one that it comes from. */
  share(node: AnyKernelNode, original: AnyKernelNode, edit: GraphEditor): ValueId | undefined {
    const scaled = this.#scaled.get(node.output);
    if (scaled === undefined) return undefined;
    const { places, seed, unit } = scaled;
    if (places.length === 0) this.#seeds.set(seed, node.inputs[0] ?? -1);
    const units = places.map((place) => this.#units.get(original.inputs[place] ?? -1));
    const [first] = units;
    const isSmaller = first !== undefined && edit.size(node.output) < edit.size(first);
    if (!this.#shared.has(node.output) && !isSmaller) return undefined;
    if (units.includes(undefined)) return undefined;
    const u = this.#made.get(unit) ?? this.#unit(node, places, units, edit);
    this.#made.set(unit, u);
    this.#units.set(node.output, u);
    const shape = edit.shape(u);
    const ones = shape.slice(1).map(() => 1);
    const s = edit.reshape(this.#seeds.get(seed) ?? -1, [shape[0] ?? 1, ...ones]);
    return edit.emit('Multiply', [u, s], {});
  }

  #unit(
    { kernel, inputs, attributes, output }: AnyKernelNode,
    places: readonly number[],
    units: readonly (ValueId | undefined)[],
    edit: GraphEditor,
  ): ValueId {
    if (places.length === 0) {
      const shape = edit.shape(output);
      const row = edit.reshape(inputs[1] ?? -1, [1, sizeOf(shape.slice(1))]);
      return edit.emit('BroadcastTo', [row], { shape });
    }
    const operands = inputs.map((input, place) => units[places.indexOf(place)] ?? input);
    return edit.emit(kernel, operands, attributes);
  }
}

/** The pass. */
export const shareBackward: Pass = {
  name: 'shareBackward',
  sentence:
    'gradients of several losses through a network without batch statistics share one pass back',
  run(graph) {
    const scaled = new ScaledValues(prune(graph));
    const shared = scaled.shared();
    if (shared.size === 0) return graph;
    const sharer = new BackwardSharer(scaled, shared);
    const originals = new Map(graph.nodes.map((node) => [node.output, node]));
    return rewriteEach(graph, (node, edit) =>
      sharer.share(node, originals.get(node.output) ?? node, edit),
    );
  },
};
