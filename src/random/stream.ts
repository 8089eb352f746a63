/** The address of a sequence of random numbers. Equal addresses give equal numbers. */
export interface StreamAddress {
  /** The run's seed, a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** A name, such as that of a graph input or a parameter. */
  readonly stream: string;
  /** The number of the draw from this stream. */
  readonly step: number;
}
