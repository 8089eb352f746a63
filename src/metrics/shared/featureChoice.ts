import type { DatasetDescription } from '../../entries/dataset.js';
import type { FeatureName } from '../../entries/metric.js';
import { sizeOf } from '../../ir/tensorType.js';

/** Numbers of a sample up to which distances between samples themselves are measured. */
const maxWidth = 256;

/** The reason why distances between such rows are not measured. */
export function tooWide(data: DatasetDescription, features: FeatureName): string | undefined {
  const width = sizeOf(data.shape);
  if (features !== 'samples' || width <= maxWidth) return undefined;
  return `their ${width} numbers are more than the ${maxWidth} that are compared without a classifier`;
}
