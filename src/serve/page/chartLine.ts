/** Numbers by the steps; null where there is none. */
export type Column = readonly (number | null)[];

/** A line of a chart. */
export interface ChartLine {
  readonly label: string;
  readonly values: Column;
  /** Bounds of the numbers that each value is the mean of. */
  readonly low?: Column | undefined;
  readonly high?: Column | undefined;
}
