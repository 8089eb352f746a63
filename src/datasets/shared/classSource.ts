import type { DatasetContext } from '../../entries/dataset.js';
import { dataPath } from './dataPath.js';

/** Source of classes for `fileClasses` from the option `labels`: sub-folders, none, or the path of a label file. */
export function classSource(
  { labels }: { readonly labels: boolean | string },
  context: DatasetContext,
): boolean | string {
  return typeof labels === 'string' ? dataPath(context, labels, 'labels') : labels;
}
