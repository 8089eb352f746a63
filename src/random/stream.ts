/** Address of a sequence of random numbers: the same address always gives the same numbers. */
export interface StreamAddress {
  /** The run's seed, a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** A name, such as that of a graph input or a parameter. */
  readonly stream: string;
  /** Counts the draws from one stream. */
  readonly step: number;
}
