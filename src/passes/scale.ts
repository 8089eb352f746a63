/** Products with a constant factor. */
import { sameShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import type { Shape } from '../ir/tensorType.js';

/** `factor · x`. */
export interface Scaled {
  readonly x: ValueId;
  readonly factor: number;
}

/**
 * A value as a multiple of another of the same shape: `Neg(x)`, or `Multiply` by a constant other than 0 and ∞, which are
 * not moved, so that 0·∞ remains visible as NaN.
 */
export function scaledValue(value: ValueId, edit: GraphEditor): Scaled | undefined {
  const node = edit.producer(value);
  return node && scaledNode(node, edit);
}

/** `scaledValue` of a node's output. */
export function scaledNode<K extends KernelName>(
  { kernel, inputs: [a, b], output }: KernelNode<K>,
  edit: GraphEditor,
): Scaled | undefined {
  if (kernel === 'Neg' && a !== undefined) return { x: a, factor: -1 };
  if (kernel !== 'Multiply' || a === undefined || b === undefined) return undefined;
  const shape = edit.shape(output);
  return scaledBy(a, b, shape, edit) ?? scaledBy(b, a, shape, edit);
}

function scaledBy(x: ValueId, by: ValueId, shape: Shape, edit: GraphEditor): Scaled | undefined {
  const factor = edit.fill(by);
  if (factor === undefined || factor === 0 || !Number.isFinite(factor)) return undefined;
  return sameShape(edit.shape(x), shape) ? { x, factor } : undefined;
}

/** Adds `factor · x` to the graph, merged with a factor of x. */
export function multipleOf(x: ValueId, factor: number, edit: GraphEditor): ValueId {
  const { dtype } = edit.type(x);
  const inner = scaledValue(x, edit);
  if (inner !== undefined) {
    // As the product of int32 tensors wraps.
    const product = dtype === 'int32' ? Math.imul(inner.factor, factor) : inner.factor * factor;
    return multipleOf(inner.x, product, edit);
  }
  if (factor === 1) return x;
  if (factor === -1) return edit.emit('Neg', [x], {});
  return edit.emit('Multiply', [x, edit.constant(factor, { dtype, shape: [] })], {});
}
