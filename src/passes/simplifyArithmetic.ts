/**
 * Simplifies arithmetic by rules of algebra that keep every result up to rounding.
 *
 * A product with the constant 0 stays: 0·∞ is NaN, and divergence must remain visible.
 */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { RewriteRule } from '../ir/rewrite.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import { rewritePass } from './pass.js';
import { multipleOf, scaledNode, scaledValue } from './scale.js';

/** The first operand of the node that computes a value, if it is of this kernel. */
function argument(kernel: KernelName, value: ValueId, edit: GraphEditor): ValueId | undefined {
  return edit.producerOf(kernel, value)?.inputs[0];
}

/** An operand in the place of the result, broadcast to its shape. */
function just<K extends KernelName>(
  x: ValueId,
  { output }: KernelNode<K>,
  edit: GraphEditor,
): ValueId {
  return edit.broadcast(x, edit.shape(output));
}

/** c·a ± c·b = c·(a ± b), where the products have no other readers. */
function commonFactor(node: KernelNode<'Add' | 'Sub'>, edit: GraphEditor): ValueId | undefined {
  const [a = -1, b = -1] = node.inputs;
  const [left, right] = [scaledValue(a, edit), scaledValue(b, edit)];
  if (left === undefined || right === undefined) return undefined;
  if (Math.abs(left.factor) !== Math.abs(right.factor)) return undefined;
  if (edit.uses(a) > 1 || edit.uses(b) > 1) return undefined;
  const subtracts = (left.factor === right.factor) === (node.kernel === 'Sub');
  return multipleOf(edit.emit(subtracts ? 'Sub' : 'Add', [left.x, right.x], {}), left.factor, edit);
}

const add: RewriteRule<'Add'> = (node, edit) => {
  const [a = -1, b = -1] = node.inputs;
  if (edit.fill(b) === 0) return just(a, node, edit);
  if (edit.fill(a) === 0) return just(b, node, edit);
  if (a === b) return multipleOf(a, 2, edit);
  const common = commonFactor(node, edit);
  if (common !== undefined) return common;
  const minusB = argument('Neg', b, edit);
  if (minusB !== undefined) return edit.emit('Sub', [a, minusB], {});
  const minusA = argument('Neg', a, edit);
  return minusA === undefined ? undefined : edit.emit('Sub', [b, minusA], {});
};

const sub: RewriteRule<'Sub'> = (node, edit) => {
  const [a = -1, b = -1] = node.inputs;
  if (edit.fill(b) === 0) return just(a, node, edit);
  if (edit.fill(a) === 0) return just(edit.emit('Neg', [b], {}), node, edit);
  const common = commonFactor(node, edit);
  if (common !== undefined) return common;
  const minusB = argument('Neg', b, edit);
  return minusB === undefined ? undefined : edit.emit('Add', [a, minusB], {});
};

/** c·(d·x) = (c·d)·x, and −1·x = −x. */
function mergedScale(node: KernelNode<'Multiply' | 'Neg'>, edit: GraphEditor): ValueId | undefined {
  const outer = scaledNode(node, edit);
  if (outer === undefined) return undefined;
  const spelled = node.kernel === 'Multiply' && outer.factor === -1;
  const merges = scaledValue(outer.x, edit) !== undefined;
  return spelled || merges ? multipleOf(outer.x, outer.factor, edit) : undefined;
}

const multiply: RewriteRule<'Multiply'> = (node, edit) => {
  const [a = -1, b = -1] = node.inputs;
  if (edit.fill(b) === 1) return just(a, node, edit);
  if (edit.fill(a) === 1) return just(b, node, edit);
  if (a === b) return edit.emit('Square', [a], {});
  const merged = mergedScale(node, edit);
  if (merged !== undefined) return merged;
  const [minusA, minusB] = [argument('Neg', a, edit), argument('Neg', b, edit)];
  if (minusA === undefined || minusB === undefined) return undefined;
  return edit.emit('Multiply', [minusA, minusB], {});
};

const divide: RewriteRule<'RealDiv'> = (node, edit) => {
  const [a = -1, b = -1] = node.inputs;
  const divisor = edit.fill(b);
  if (divisor === 1) return just(a, node, edit);
  if (divisor !== undefined && divisor !== 0) {
    return just(multipleOf(a, 1 / divisor, edit), node, edit);
  }
  if (edit.fill(a) === 1) return just(edit.emit('Reciprocal', [b], {}), node, edit);
  // One division per element of the divisor instead of one per element of the result.
  if (edit.size(b) >= edit.size(node.output)) return undefined;
  return edit.emit('Multiply', [a, edit.emit('Reciprocal', [b], {})], {});
};

const negate: RewriteRule<'Neg'> = (node, edit) => {
  const [x = -1] = node.inputs;
  const difference = edit.producerOf('Sub', x);
  if (difference !== undefined && edit.uses(x) === 1) {
    return edit.emit('Sub', difference.inputs.toReversed(), {});
  }
  return mergedScale(node, edit);
};

/** f(−x) = f(|x|) = f(x). */
const even =
  (kernel: 'Square' | 'Abs'): RewriteRule<'Square' | 'Abs'> =>
  ({ inputs: [x = -1] }, edit) => {
    const inner = argument('Neg', x, edit) ?? argument('Abs', x, edit);
    return inner === undefined ? undefined : edit.emit(kernel, [inner], {});
  };

const power: RewriteRule<'Pow'> = (node, edit) => {
  const [x = -1, exponent = -1] = node.inputs;
  const known = edit.fill(exponent);
  if (known === 0) return edit.constant(1, edit.type(node.output));
  if (known === 1) return just(x, node, edit);
  return known === 2 ? just(edit.emit('Square', [x], {}), node, edit) : undefined;
};

/** The pass. */
export const simplifyArithmetic = rewritePass(
  'simplifyArithmetic',
  'sums with 0, products with 1, double signs and chains of constant factors are worked out',
  {
    Add: add,
    Sub: sub,
    Multiply: multiply,
    RealDiv: divide,
    Pow: power,
    Neg: negate,
    Square: even('Square'),
    Abs: even('Abs'),
    Reciprocal: ({ inputs: [x = -1] }, edit) => {
      const squared = argument('Sqrt', x, edit);
      return squared === undefined ? undefined : edit.emit('Rsqrt', [squared], {});
    },
  },
);
