import type { DatasetDescription } from '../../entries/dataset.js';
import type { MetricInput } from '../../entries/metric.js';

/** The assignment of generated points to the Gaussians that the data are drawn from. */
export interface NearestCentres {
  /** Points that are nearest to each centre. */
  readonly counts: readonly number[];
  /** Those within three standard deviations of it. */
  readonly near: readonly number[];
}

/** The reason why data have no centres to count. */
export function withoutMixture({ mixture }: DatasetDescription): string | undefined {
  return mixture ? undefined : 'they are not drawn from Gaussians whose centres are known';
}

/** Assigns each generated point to its nearest centre. */
export function nearestCentres({ generated, data }: MetricInput): NearestCentres {
  const { centres, stddev } = data.mixture ?? { centres: [], stddev: 0 };
  const counts = centres.map(() => 0);
  const near = centres.map(() => 0);
  const { count, width, numbers } = generated;
  for (let i = 0; i < count; i++) {
    const point = numbers.subarray(i * width, (i + 1) * width);
    const squares = centres.map((centre) => squaredDistance(point, centre));
    const nearest = squares.indexOf(Math.min(...squares));
    counts[nearest] = (counts[nearest] ?? 0) + 1;
    if ((squares[nearest] ?? Infinity) <= (3 * stddev) ** 2)
      near[nearest] = (near[nearest] ?? 0) + 1;
  }
  return { counts, near };
}

function squaredDistance(point: Float32Array, centre: readonly number[]): number {
  return centre.reduce((sum, value, k) => sum + (value - (point[k] ?? 0)) ** 2, 0);
}
