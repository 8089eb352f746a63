/** Computes large sums from sums that the graph has already. */
import { alignedShape, keptShape, sameShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import { rewrite } from '../ir/rewrite.js';
import type { KernelGraph, KernelNode, ValueId } from '../ir/kernelGraph.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { startCost } from './cost.js';
import { isInvariant, stripInvariant, type Reduced } from './invariance.js';
import type { Pass } from './pass.js';
import { multipleOf } from './scale.js';

type Reduction = KernelNode<'Sum' | 'Mean'>;

/** A term `factor · factors₁ · … · total` of a sum over the reduced axes. */
interface Term {
  /** The value whose sum is known, or a value that is constant along the reduced axes. */
  readonly value: ValueId;
  readonly known: Reduction | undefined;
  readonly factors: readonly ValueId[];
  readonly factor: number;
}

/** True for `a − mean(a)` over the reduced axes, whose sum is 0. */
function isCentred(value: ValueId, { rank, axis }: Reduced, edit: GraphEditor): boolean {
  const [a, b] = edit.producerOf('Sub', value)?.inputs ?? [];
  if (a === undefined || b === undefined || edit.shape(a).length !== rank) return false;
  const reshaped = edit.producerOf('Reshape', b)?.inputs[0] ?? b;
  const mean = edit.producerOf('Mean', reshaped);
  return (
    mean?.inputs[0] === a &&
    sameAxes(mean.attributes.axis, axis) &&
    sameShape(alignedShape(edit.shape(b), rank), keptShape(edit.shape(a), axis))
  );
}

function sameAxes(a: readonly number[], b: readonly number[]): boolean {
  return sameShape(a, b);
}

/** One run over a graph, with its sums and means by their operand. */
class SumExpander {
  readonly #known = new Map<ValueId, Reduction[]>();
  /** Results of `#terms`, without which every path to a shared value would be followed. */
  readonly #found = new Map<string, Term[] | undefined>();

  constructor({ nodes }: KernelGraph) {
    for (const node of nodes) {
      if (node.kernel !== 'Sum' && node.kernel !== 'Mean') continue;
      const [x = -1] = node.inputs;
      this.#known.set(x, [...(this.#known.get(x) ?? []), node]);
    }
  }

  /** The replacement of a sum or mean of many elements. */
  expand(node: Reduction, edit: GraphEditor): ValueId | undefined {
    const [x = -1] = node.inputs;
    const [shape, { axis }] = [edit.shape(x), node.attributes];
    if (edit.size(x) < startCost || edit.type(x).dtype !== 'float32') return undefined;
    const parts = this.#parts(x, { rank: shape.length, axis }, shape, edit);
    if (parts === undefined) return undefined;
    const kept = keptShape(shape, axis);
    const count = sizeOf(axis.map((at) => shape[at] ?? 1));
    const total = parts
      .map((term) => written(term, kept, count, axis, edit))
      .reduce<ValueId | undefined>(
        (sum, part) => (sum === undefined ? part : edit.emit('Add', [sum, part], {})),
        undefined,
      );
    const whole = total ?? edit.constant(0, { dtype: 'float32', shape: kept });
    const wanted = node.kernel === 'Mean' ? multipleOf(whole, 1 / count, edit) : whole;
    return edit.reshape(edit.broadcast(wanted, kept), edit.shape(node.output));
  }

  /** The terms of a value that is a sum, difference or multiple; `undefined` where the sum of one of them is not known. */
  #parts(x: ValueId, reduced: Reduced, full: Shape, edit: GraphEditor): Term[] | undefined {
    const { core, factors, factor } = stripInvariant(x, reduced, edit);
    const times = (terms: readonly Term[] | undefined, sign: number): Term[] | undefined =>
      terms?.map((term) => ({
        ...term,
        factors: [...term.factors, ...factors],
        factor: term.factor * factor * sign,
      }));
    if (isCentred(core, reduced, edit)) return [];
    if (core !== x) return times(this.#terms(core, reduced, full, edit), 1);
    const node = edit.producer(core);
    if (node?.kernel !== 'Add' && node?.kernel !== 'Sub') return undefined;
    const [a = -1, b = -1] = node.inputs;
    const left = times(this.#terms(a, reduced, full, edit), 1);
    const right = times(this.#terms(b, reduced, full, edit), node.kernel === 'Sub' ? -1 : 1);
    return left && right && [...left, ...right];
  }

  #terms(x: ValueId, reduced: Reduced, full: Shape, edit: GraphEditor): Term[] | undefined {
    const key = [x, reduced.axis, full].join(';');
    const found = this.#found.get(key);
    if (found !== undefined || this.#found.has(key)) return found;
    const terms = this.#findTerms(x, reduced, full, edit);
    this.#found.set(key, terms);
    return terms;
  }

  /** The terms of any value: one term if its sum is known, else those of its parts. */
  #findTerms(x: ValueId, reduced: Reduced, full: Shape, edit: GraphEditor): Term[] | undefined {
    const term = { value: x, factors: [], factor: 1 };
    if (isInvariant(edit.shape(x), reduced)) return [{ ...term, known: undefined }];
    const covers = reduced.axis.every(
      (at) => alignedShape(edit.shape(x), reduced.rank)[at] === full[at],
    );
    if (!covers || edit.shape(x).length !== reduced.rank) return undefined;
    const known = this.#known
      .get(x)
      ?.find(({ attributes }) => sameAxes(attributes.axis, reduced.axis));
    return known ? [{ ...term, known }] : this.#parts(x, reduced, full, edit);
  }
}

/** Adds a term to the graph, with the reduced axes at size 1. A known sum is written again, to be merged as a common subexpression. */
function written(
  { value, known, factors, factor }: Term,
  kept: Shape,
  count: number,
  axis: readonly number[],
  edit: GraphEditor,
): ValueId {
  const times = known === undefined || known.kernel === 'Mean' ? count : 1;
  const total =
    known === undefined
      ? value
      : edit.reshape(
          edit.emit(known.kernel, [value], known.attributes),
          keptShape(edit.shape(value), axis),
        );
  const product = factors.reduce((left, by) => edit.emit('Multiply', [left, by], {}), total);
  return edit.broadcast(multipleOf(product, factor * times, edit), kept);
}

/**
 * The pass: Σ (s·x + t·y) = s·Σx + t·Σy where both sums exist, and Σ (x − mean x) = 0.
 *
 * It turns the gradient of a batch normalization into its closed form, in which no sum over the batch is computed twice.
 * The sum of centred values, which is 0 up to rounding, becomes exactly 0.
 */
export const expandSums: Pass = {
  name: 'expandSums',
  sentence: 'a large sum whose parts have known sums is put together from those',
  run(graph) {
    const expander = new SumExpander(graph);
    const rule = (node: Reduction, edit: GraphEditor) => expander.expand(node, edit);
    return rewrite(graph, { Sum: rule, Mean: rule });
  },
};
