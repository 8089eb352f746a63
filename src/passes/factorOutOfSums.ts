/** Moves factors out of sums and means. */
import { keptShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import { stripInvariant, type Reduced, type Stripped } from './invariance.js';
import { rewritePass } from './pass.js';
import { multipleOf } from './scale.js';

function isBare({ factors, factor }: Stripped): boolean {
  return factors.length === 0 && factor === 1;
}

/** The invariant factors of a value, also those inside a product or square of two large tensors with no other reader. */
function stripProduct(value: ValueId, reduced: Reduced, edit: GraphEditor): Stripped {
  const outer = stripInvariant(value, reduced, edit);
  if (edit.uses(outer.core) > 1) return outer;
  const [squared] = edit.producerOf('Square', outer.core)?.inputs ?? [];
  const [a, b] =
    squared === undefined
      ? (edit.producerOf('Multiply', outer.core)?.inputs ?? [])
      : [squared, squared];
  if (a === undefined || b === undefined) return outer;
  const [left, right] = [stripInvariant(a, reduced, edit), stripInvariant(b, reduced, edit)];
  if (isBare(left) && isBare(right)) return outer;
  const same = left.core === right.core;
  return {
    core: same
      ? edit.emit('Square', [left.core], {})
      : edit.emit('Multiply', [left.core, right.core], {}),
    factors: [...outer.factors, ...left.factors, ...right.factors],
    factor: outer.factor * left.factor * right.factor,
  };
}

/** Σ s·x = s·Σ x where s is constant along the reduced axes. */
function reduction<K extends 'Sum' | 'Mean'>(
  { kernel, inputs: [x = -1], attributes: { axis }, output }: KernelNode<K>,
  edit: GraphEditor,
): ValueId | undefined {
  const shape = edit.shape(x);
  const { core, factors, factor } = stripProduct(x, { rank: shape.length, axis }, edit);
  if (core === x) return undefined;
  const sum = edit.emit(kernel, [core], { axis, keepDims: true });
  const product = factors.reduce((value, by) => edit.emit('Multiply', [value, by], {}), sum);
  const kept = keptShape(shape, axis);
  const whole = edit.broadcast(multipleOf(product, factor, edit), kept);
  return edit.reshape(whole, edit.shape(output));
}

/** The pass. */
export const factorOutOfSums = rewritePass(
  'factorOutOfSums',
  'factors that are the same along the axes of a sum or mean multiply its result',
  { Sum: reduction, Mean: reduction },
);
