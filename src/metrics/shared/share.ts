import type { Measurement } from '../../entries/metric.js';

/** A share of samples with the standard error √(p (1 − p) / n) of n independent ones. */
export function shareWithError(share: number, count: number): Measurement {
  return { value: share, standardError: Math.sqrt((share * (1 - share)) / count) };
}
