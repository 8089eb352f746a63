/** Bounds of the values a tensor can take; `[-Infinity, Infinity]` where nothing is known. */
export type Interval = readonly [low: number, high: number];

export const unbounded: Interval = [-Infinity, Infinity];
