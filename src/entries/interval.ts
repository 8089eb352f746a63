/** Bounds of the values a tensor can take; `[-Infinity, Infinity]` where nothing is known. */
export type Interval = readonly [low: number, high: number];

export const unbounded: Interval = [-Infinity, Infinity];

/** The bounds with three digits where they have more, rounded outwards, so that they hold the same values; for messages. */
export function shortened([low, high]: Interval): Interval {
  const round = (value: number, to: (x: number) => number): number => {
    if (Number.isInteger(value) || !Number.isFinite(value)) return value;
    const digits = 10 ** (2 - Math.floor(Math.log10(Math.abs(value))));
    const rounded = to(value * digits) / digits;
    return Number.isFinite(rounded) ? rounded : value;
  };
  return [round(low, Math.floor), round(high, Math.ceil)];
}
