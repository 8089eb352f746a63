/** Which parts of a value do not change along the axes of a reduction. */
import type { GraphEditor } from '../ir/graphEditor.js';
import type { ValueId } from '../ir/kernelGraph.js';
import type { Shape } from '../ir/tensorType.js';
import { scaledValue } from './scale.js';

/** A reduction's input axes: how many there are, and which are reduced. */
export interface Reduced {
  readonly rank: number;
  readonly axis: readonly number[];
}

/** Whether a tensor of this shape, broadcast to the rank, is the same all along the reduced axes. */
export function isInvariant(shape: Shape, { rank, axis }: Reduced): boolean {
  const missing = rank - shape.length;
  return axis.every((at) => at < missing || shape[at - missing] === 1);
}

/** A value as a core times what is invariant: `factor · factors₁ · factors₂ · … · core`. */
export interface Stripped {
  readonly core: ValueId;
  readonly factors: readonly ValueId[];
  readonly factor: number;
}

/** Takes invariant factors off a value, as many as are multiplied to it one after the other. */
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

/** A product's operands in both orders. */
function products(value: ValueId, edit: GraphEditor): readonly (readonly [ValueId, ValueId])[] {
  const [a, b] = edit.producerOf('Multiply', value)?.inputs ?? [];
  if (a === undefined || b === undefined) return [];
  return [
    [a, b],
    [b, a],
  ];
}
