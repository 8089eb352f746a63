/** Numbers by the steps; null where there is none. */
export type CurveValues = readonly (number | null)[];

/** A line of a chart. */
export interface ChartLine {
  readonly label: string;
  readonly values: CurveValues;
  /** Bounds of the numbers that each value is the mean of. */
  readonly low?: CurveValues | undefined;
  readonly high?: CurveValues | undefined;
}
