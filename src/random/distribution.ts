/** The distribution of a tensor's initial or random numbers; plain data, so that it can be printed and sent to a worker. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly stddev: number }
  /** Redrawn beyond `limit` standard deviations; default: two. */
  | {
      readonly kind: 'truncatedNormal';
      readonly mean: number;
      readonly stddev: number;
      readonly limit?: number;
    }
  /** 1 with the given probability, else 0. */
  | { readonly kind: 'bernoulli'; readonly probability: number }
  /** One-hot vectors along the last axis, each place equally likely. */
  | { readonly kind: 'oneHot' }
  /** `gain` times a matrix with orthonormal rows or columns; all axes but the last are rows. */
  | { readonly kind: 'orthogonal'; readonly gain: number }
  /** `gain` times the identity matrix; for filters, at the centre of the window. */
  | { readonly kind: 'identity'; readonly gain: number };
