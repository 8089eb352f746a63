/** What random (or constant) numbers a tensor is filled with: plain data, so that it can be printed and sent to a worker. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly stddev: number }
  /** Redrawn beyond two standard deviations. */
  | { readonly kind: 'truncatedNormal'; readonly mean: number; readonly stddev: number }
  /** 1 with the probability, else 0. */
  | { readonly kind: 'bernoulli'; readonly probability: number }
  /** Rows along the last axis with a single 1 among zeros, each place equally likely. */
  | { readonly kind: 'oneHot' }
  /** `gain` times a matrix with orthonormal rows or columns; all axes but the last are rows. */
  | { readonly kind: 'orthogonal'; readonly gain: number }
  /** `gain` where the last two axes have the same index and all others are at their middle, else 0. */
  | { readonly kind: 'identity'; readonly gain: number };
