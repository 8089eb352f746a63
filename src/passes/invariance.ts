/** Factors of a value that are constant along the axes of a reduction. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { ValueId } from '../ir/kernelGraph.js';
import type { Shape } from '../ir/tensorType.js';
import { scaledValue } from './scale.js';

/** The rank of a reduction's input, and the axes that are reduced. */
export interface Reduced {
  readonly rank: number;
  readonly axis: readonly number[];
}

/** True if a tensor of this shape, broadcast to the rank, is constant along the reduced axes. */
export function isInvariant(shape: Shape, { rank, axis }: Reduced): boolean {
  const missing = rank - shape.length;
  return axis.every((at) => at < missing || shape[at - missing] === 1);
}

/** A value as a product `factor · factors₁ · factors₂ · … · core` with invariant factors. */
export interface Stripped {
  readonly core: ValueId;
  readonly factors: readonly ValueId[];
  readonly factor: number;
}

/** Splits off all invariant factors of nested products. */
export function stripInvariant(value: ValueId, reduced: Reduced, edit: GraphEditor): Stripped {
  const scaled = scaledValue(value, edit);
  if (scaled !== undefined) {
    const inner = stripInvariant(scaled.x, reduced, edit);
    return { ...inner, factor: inner.factor * scaled.factor };
  }
  for (const [core, factor] of products(value, edit)) {
    const fits = edit.shape(core).length === reduced.rank;
    if (!fits || !isInvariant(edit.shape(factor), reduced)) continue;
    const inner = stripInvariant(core, reduced, edit);
    return { ...inner, factors: [...inner.factors, factor] };
  }
  return { core: value, factors: [], factor: 1 };
}

/** The operands of a product in both orders. */
function products(value: ValueId, edit: GraphEditor): readonly (readonly [ValueId, ValueId])[] {
  const [a, b] = edit.producerOf('Multiply', value)?.inputs ?? [];
  if (a === undefined || b === undefined) return [];
  return [
    [a, b],
    [b, a],
  ];
}
