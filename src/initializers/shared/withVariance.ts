/** Distributions with mean 0 and a given variance. */
import type { Distribution } from '../../random/distribution.js';

/** Standard deviation of a standard normal distribution truncated to ±2: √(1 − 4·φ(2) / (2·Φ(2) − 1)). */
const truncatedStddev = 0.8796256610342398;

/** Normal distribution truncated at two of its standard deviations, with this variance after truncation. */
export function truncatedWithVariance(variance: number): Distribution {
  return { kind: 'truncatedNormal', mean: 0, stddev: Math.sqrt(variance) / truncatedStddev };
}

/** Uniform distribution on [−√(3·variance), √(3·variance)]. */
export function uniformWithVariance(variance: number): Distribution {
  const bound = Math.sqrt(3 * variance);
  return { kind: 'uniform', low: -bound, high: bound };
}

/** Normal distribution with this variance. */
export function normalWithVariance(variance: number): Distribution {
  return { kind: 'normal', mean: 0, stddev: Math.sqrt(variance) };
}
