/** A network recorded for two batch sizes, and the numbers in it that grow with the batch. */

/** The same thing for each of two batches. */
export type Pair<T> = readonly [T, T];

/** Two batches, counted in units of one sample or, for packed samples, of one pack. */
export interface BatchSizes {
  /** Samples in a unit. */
  readonly unit: number;
  /** Units in each batch. */
  readonly counts: Pair<number>;
}

/** Batches of prime numbers of units. */
export function batchSizes(unit: number): BatchSizes {
  return { unit, counts: [101, 103] };
}

/** Whole numbers `base + slope · units`, one for each place of a list. */
export interface Growing {
  readonly base: readonly number[];
  readonly slope: readonly number[];
}

/** The numbers of two lists as they grow with the batch; undefined where they do not grow in whole steps. */
export function growthOf(
  [first, second]: Pair<readonly number[]>,
  { counts: [few, many] }: BatchSizes,
): Growing | undefined {
  if (first.length !== second.length) return undefined;
  const slope = first.map((value, at) => ((second[at] ?? NaN) - value) / (many - few));
  const base = first.map((value, at) => value - (slope[at] ?? NaN) * few);
  return slope.every(Number.isInteger) ? { base, slope } : undefined;
}

/** The axis of the batch. */
export interface BatchAxis {
  readonly axis: number;
  /** Its length for each unit. */
  readonly slope: number;
}

/** The batch axis in a list of sizes: the only one that grows, in proportion to the batch. */
export function batchAxis({ base, slope }: Growing): BatchAxis | undefined {
  const axes = slope.flatMap((each, axis) => (each === 0 ? [] : [{ axis, slope: each }]));
  const [found, ...others] = axes;
  return found && others.length === 0 && base[found.axis] === 0 ? found : undefined;
}
