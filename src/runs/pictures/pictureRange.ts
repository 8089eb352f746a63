import type { DatasetDescription } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';

/** Values of black and white in pictures of samples: the bounds of the data, else the least and the greatest of them, else -1 and 1. */
export function pictureRange({
  range,
  extent,
}: Pick<DatasetDescription, 'range' | 'extent'>): Interval {
  const isUsable = (bounds: Interval | null | undefined): bounds is Interval =>
    bounds !== null &&
    bounds !== undefined &&
    Number.isFinite(bounds[1] - bounds[0]) &&
    bounds[0] < bounds[1];
  return [range, extent].find(isUsable) ?? [-1, 1];
}
