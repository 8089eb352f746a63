import type { DatasetDescription } from '../../entries/dataset.js';
import type { FeatureName, MetricInput } from '../../entries/metric.js';
import { classCounts } from './classCounts.js';
import { nearestCentres, type NearestCentres } from './nearestCentres.js';

/** The form in which samples tell their mode: points by their place, others by the class that the classifier gives them. */
export function modeForm({ mixture }: DatasetDescription): FeatureName {
  return mixture ? 'samples' : 'logits';
}

/** The reason why the modes of data are not known. */
export function withoutModes({ mixture, classes }: DatasetDescription): string | undefined {
  if (mixture || classes !== null) return undefined;
  return 'they have no classes, and are not drawn from Gaussians whose centres are known';
}

/** Generated samples of each mode; a point may lie too far from its centre to count as near, a class has no such bound. */
export function modeCounts(input: MetricInput): NearestCentres {
  if (input.features === 'samples') return nearestCentres(input);
  const counts = classCounts(input.generated);
  return { counts, near: counts };
}
