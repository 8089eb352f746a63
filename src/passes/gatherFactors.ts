/** Multiplies small factors with each other before a large tensor. */
import { broadcastShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import type { RewriteRule } from '../ir/rewrite.js';
import type { ValueId } from '../ir/kernelGraph.js';
import { sizeOf } from '../ir/tensorType.js';
import { rewritePass } from './pass.js';

/** A product `large · small`, whose second factor is smaller than the product. */
interface Product {
  readonly large: ValueId;
  readonly small: ValueId;
}

function asProduct(a: ValueId, b: ValueId, size: number, edit: GraphEditor): Product | undefined {
  if (edit.size(b) < size && edit.size(b) <= edit.size(a)) return { large: a, small: b };
  return edit.size(a) < size ? { large: b, small: a } : undefined;
}

function productOf(value: ValueId, edit: GraphEditor): Product | undefined {
  const [a, b] = edit.producerOf('Multiply', value)?.inputs ?? [];
  return a === undefined || b === undefined ? undefined : asProduct(a, b, edit.size(value), edit);
}

/**
 * (x·s)·t = x·(s·t) where s·t is smaller than x·s; (x·s)·(y·t) = (x·y)·(s·t) where neither product has another reader.
 *
 * Each element is rounded once instead of twice. The product s·t overflows only if its factors nearly do.
 */
const multiply: RewriteRule<'Multiply'> = ({ inputs: [a = -1, b = -1], output }, edit) => {
  const size = edit.size(output);
  const outer = asProduct(a, b, size, edit);
  if (outer === undefined) return bothScaled(a, b, size, edit);
  const inner = productOf(outer.large, edit);
  if (inner === undefined) return undefined;
  const factors = jointFactor(inner.small, outer.small, edit.size(outer.large), edit);
  return factors === undefined ? undefined : edit.emit('Multiply', [inner.large, factors], {});
};

function bothScaled(a: ValueId, b: ValueId, size: number, edit: GraphEditor): ValueId | undefined {
  const [left, right] = [productOf(a, edit), productOf(b, edit)];
  if (left === undefined || right === undefined) return undefined;
  if (edit.uses(a) > 1 || edit.uses(b) > 1) return undefined;
  const factors = jointFactor(left.small, right.small, size, edit);
  if (factors === undefined) return undefined;
  return edit.emit('Multiply', [edit.emit('Multiply', [left.large, right.large], {}), factors], {});
}

/** s·t, where it is smaller than the given size. */
function jointFactor(s: ValueId, t: ValueId, size: number, edit: GraphEditor): ValueId | undefined {
  const shape = broadcastShape(edit.shape(s), edit.shape(t));
  return shape !== undefined && sizeOf(shape) < size
    ? edit.emit('Multiply', [s, t], {})
    : undefined;
}

/** The pass. */
export const gatherFactors = rewritePass(
  'gatherFactors',
  'small factors of a large tensor are multiplied with each other first',
  { Multiply: multiply },
);
