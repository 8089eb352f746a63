/** Finds functions that are no means over samples: each rank then computes them of its own samples alone. */
import type { AnyKernelNode, ValueId } from '../../../ir/kernelGraph.js';
import { typeOf } from '../../../ir/typeOf.js';
import type { GraphCall, OutlinedFunction } from '../../../program/outline/outline.js';
import { isCall, Items } from './items.js';
import { Sizes } from './sizes.js';

/**
 * Dependence of a value on the samples of a batch: none; each part of it on one sample; as a sum or a mean over samples,
 * which ranks may take of their own samples and average; or in another way.
 */
type Dependence = 'none' | 'each' | 'sum' | 'mean' | 'other';

/** True where a result or a number that is kept is neither of single samples nor a mean over them. */
export function mixesSamples(own: OutlinedFunction): boolean {
  const known = new Map<ValueId, Dependence>();
  const [graph] = own.graphs;
  const of = (id: ValueId): Dependence => known.get(id) ?? (grows(own, id) ? 'each' : 'none');
  for (const item of new Items(own).all) {
    if (isCall(item)) {
      for (const { value } of item.outputs) known.set(value, ofCall(own, item, value, of));
    } else known.set(item.output, ofNode(own, item, of));
  }
  const kept = graph.outputs.filter(({ kind }) => kind === 'state').map(({ value }) => value);
  return [...own.returns, ...kept].some((id) => !['none', 'each', 'mean'].includes(of(id)));
}

type Of = (id: ValueId) => Dependence;

function ofCall(own: OutlinedFunction, call: GraphCall, output: ValueId, of: Of): Dependence {
  const found = call.inputs.map(of);
  // The gradient of a mean has the number of samples in it.
  if (found.includes('other') || found.includes('mean')) return 'other';
  if (grows(own, output)) return 'each';
  return found.every((each) => each === 'none') ? 'none' : 'sum';
}

function ofNode(own: OutlinedFunction, node: AnyKernelNode, of: Of): Dependence {
  const found = node.inputs.map(of);
  if (found.includes('other')) return 'other';
  if (found.includes('sum') || found.includes('mean')) return ofTotals(own, node, of);
  const axes = sizesOf(own, node.output).growing().length;
  if (axes > 1) return 'other';
  if (axes === 1) return 'each';
  if (!found.includes('each')) return 'none';
  return node.kernel === 'Mean' ? 'mean' : node.kernel === 'Sum' ? 'sum' : 'other';
}

/** A node with sums or means over samples among its operands, which it may only combine linearly. */
function ofTotals(own: OutlinedFunction, node: AnyKernelNode, of: Of): Dependence {
  const found = node.inputs.map(of);
  const [kind, ...others] = [...new Set(found.filter((each) => each !== 'none'))];
  if (kind === undefined || kind === 'each' || others.length > 0) return 'other';
  const [a = 'none', b = 'none'] = found;
  const { kernel } = node;
  if (kernel === 'Add' || kernel === 'Sub') return kind === 'mean' || a === b ? kind : 'other';
  if (kernel === 'Multiply') return a === 'none' || b === 'none' ? kind : 'other';
  if (kernel === 'RealDiv') {
    if (b !== 'none') return 'other';
    return kind === 'sum' && isCount(own, node.inputs[1]) ? 'mean' : kind;
  }
  const isLinear = /^(Neg|StopGradient|Sum|Mean|Reshape|Transpose|BroadcastTo|Slice|Tile)$/;
  return isLinear.test(kernel) ? kind : 'other';
}

/** True for a number that is twice as large for twice as many samples. */
function isCount({ graphs }: OutlinedFunction, id: ValueId | undefined): boolean {
  const [one, two] = graphs.map(({ constants }) => {
    const content = constants.find(({ value }) => value === id)?.content;
    return content && 'fill' in content ? content.fill : NaN;
  });
  return one !== undefined && two === 2 * one;
}

function grows(own: OutlinedFunction, id: ValueId): boolean {
  return sizesOf(own, id).growing().length > 0;
}

function sizesOf({ graphs: [one, two] }: OutlinedFunction, id: ValueId): Sizes {
  return new Sizes([typeOf(one, id).shape, typeOf(two, id).shape]);
}
