/** Sizes of axes, of which some grow with the batch. */
import type { Shape } from '../../../ir/tensorType.js';

/** A shape at both sizes of batch. */
export class Sizes {
  constructor(readonly pair: readonly [Shape, Shape]) {}

  get rank(): number {
    return this.pair[0].length;
  }

  /** Axes that grow. */
  growing(): readonly number[] {
    const [one, two] = this.pair;
    return one.flatMap((size, axis) => (size === two[axis] ? [] : [axis]));
  }
}

/** The variable that a function counts samples by, with its value at both sizes of batch. */
export interface Unit {
  readonly name: string;
  readonly pair: readonly [number, number];
}

/**
 * A number as Python writes it: a literal where it is the same at both sizes of batch, else a multiple or a part of the unit.
 * @returns Undefined where it grows in another way.
 */
export function sizeText(one: number, two: number, unit: Unit): string | undefined {
  if (one === two) return String(one);
  const [few, many] = unit.pair;
  const slope = (two - one) / (many - few);
  const base = one - slope * few;
  const grown =
    slope === 1
      ? unit.name
      : Number.isInteger(slope)
        ? `${slope} * ${unit.name}`
        : Number.isInteger(1 / slope)
          ? `${unit.name} // ${1 / slope}`
          : undefined;
  if (grown === undefined || !Number.isInteger(base)) return undefined;
  if (base === 0) return grown;
  return base > 0 ? `${grown} + ${base}` : `${grown} - ${-base}`;
}
